// A slow line, as a TCP relay before the server. DevTools' own network emulation delays responses only: setting up a
// connection costs nothing there, there is no slow start, and what a worker fetches comes at full speed. Here all bytes wait alike.
import { connect, createServer } from 'node:net';

export const phoneLine = {
  roundTripMs: 150,
  downBitsPerSecond: 1_600_000,
  upBitsPerSecond: 750_000,
  segmentBytes: 1460,
  /** The first congestion window: ten segments. */
  firstWindowBytes: 14_600,
  /** What the line holds, and as much again in its queue; no segment is ever lost. */
  lastWindowBytes: 60_000,
};

/** The model in a sentence, for whoever reads the numbers. */
export const describeLine = ({ roundTripMs, downBitsPerSecond, upBitsPerSecond, firstWindowBytes, segmentBytes }) =>
  `${roundTripMs} ms round trip, ${downBitsPerSecond / 1e6} Mbit/s down, ${upBitsPerSecond / 1e6} up, as a TCP relay: a connection costs ` +
  `a round trip and TLS 1.3 another, slow start from ${firstWindowBytes / segmentBytes} segments, no loss, no DNS`;

/** @returns a line to a port of this machine: its own port, the bytes that came down it so far, and its end */
export async function openLine(targetPort, line = phoneLine) {
  const open = new Set();
  const down = lane(line.downBitsPerSecond);
  const up = lane(line.upBitsPerSecond);
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const target = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    relay(client, target, { up, down, line });
    for (const socket of [client, target]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => [client, target].forEach((one) => void one.destroy()));
      socket.on('close', () => open.delete(socket));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    bytesDown: () => down.bytes(),
    close: () =>
      new Promise((done) => {
        server.close(done);
        for (const socket of open) socket.destroy();
      }),
  };
}

/** One direction, shared by all connections: it says when the last bit of a segment has been sent. */
function lane(bitsPerSecond) {
  let [freeAtMs, bytes] = [0, 0];
  return {
    bytes: () => bytes,
    send(length, earliestMs) {
      bytes += length;
      freeAtMs = Math.max(freeAtMs, earliestMs) + (length * 8000) / bitsPerSecond;
      return freeAtMs;
    },
  };
}

function relay(client, target, { up, down, line }) {
  const connectedAtMs = performance.now() + line.roundTripMs;
  const toTarget = delayed(target);
  client.on('data', (chunk) => {
    const sentMs = up.send(chunk.length, Math.max(performance.now(), connectedAtMs));
    toTarget.at(sentMs + line.roundTripMs / 2, () => target.write(chunk));
  });
  client.on('end', () => toTarget.at(performance.now() + line.roundTripMs / 2, () => target.end()));
  sendDown(client, target, down, line);
}

/** What the server writes, in segments; no more of them on the way than the window lets out, which grows by what has arrived. */
function sendDown(client, target, down, line) {
  const toClient = delayed(client);
  const acknowledged = delayed(client);
  let [queue, ended, onTheWayBytes, windowBytes] = [Buffer.alloc(0), false, 0, line.firstWindowBytes];
  const pump = () => {
    while (queue.length && onTheWayBytes < windowBytes) {
      const segment = queue.subarray(0, line.segmentBytes);
      queue = queue.subarray(segment.length);
      onTheWayBytes += segment.length;
      const sentMs = down.send(segment.length, performance.now());
      toClient.at(sentMs + line.roundTripMs / 2, () => client.write(segment));
      acknowledged.at(sentMs + line.roundTripMs, () => {
        onTheWayBytes -= segment.length;
        windowBytes = Math.min(line.lastWindowBytes, windowBytes + segment.length);
        pump();
      });
    }
    if (queue.length < line.lastWindowBytes) target.resume();
    if (ended && !queue.length) toClient.at(performance.now() + line.roundTripMs / 2, () => client.end());
  };
  target.on('data', (chunk) => {
    queue = Buffer.concat([queue, chunk]);
    if (queue.length >= line.lastWindowBytes) target.pause();
    pump();
  });
  target.on('end', () => {
    ended = true;
    pump();
  });
}

/** Acts in the order of the calls, each not before its time: timers of their own could overtake one another. */
function delayed(socket) {
  const waiting = [];
  let timer = null;
  socket.on('close', () => {
    clearTimeout(timer);
    waiting.length = 0;
  });
  const wait = () => {
    timer = setTimeout(run, Math.max(1, waiting[0].dueMs - performance.now()));
  };
  const run = () => {
    // An act may add others: the timer is the first one's, so it is set when all that are due are done.
    while (waiting.length && waiting[0].dueMs <= performance.now() + 0.5) waiting.shift().act();
    timer = null;
    if (waiting.length) wait();
  };
  return {
    at(dueMs, act) {
      if (socket.destroyed) return;
      waiting.push({ dueMs, act });
      if (!timer) wait();
    },
  };
}
