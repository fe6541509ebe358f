// Loaded before a build: whatever asks the network for anything ends it.
import dns from 'node:dns';
import net from 'node:net';

const refuse = (what) => {
  console.error(`a build asked the network: ${what}`);
  process.exit(1);
};
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [to] = args.flat();
  // Pipes between processes of one machine have a path.
  if (typeof to === 'string' || to?.path) return Reflect.apply(connect, this, args);
  return refuse(`${to?.host ?? ''}:${to?.port ?? to}`);
};
for (const name of ['lookup', 'resolve']) dns[name] = (host) => refuse(host);
