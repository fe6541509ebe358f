// A self-signed certificate made of node:crypto alone: HTTP/2 in a browser needs TLS, and not every machine has openssl.
import { generateKeyPairSync, sign } from 'node:crypto';

const dayMs = 86_400_000;
const ecdsaWithSha256 = '06082a8648ce3d040302';
const commonName = '0603550403';

/** @returns {{ key: string, cert: string }} both in PEM, good for a week */
export function selfSigned(name = 'localhost') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(Buffer.from(ecdsaWithSha256, 'hex'));
  const subject = sequence(tag(0x31, sequence(Buffer.from(commonName, 'hex'), tag(0x0c, Buffer.from(name)))));
  const validity = sequence(utcTime(Date.now() - dayMs), utcTime(Date.now() + 7 * dayMs));
  const publicInfo = publicKey.export({ type: 'spki', format: 'der' });
  const toBeSigned = sequence(integer(1), algorithm, subject, validity, subject, publicInfo);
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, algorithm, tag(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }), cert: pem(certificate) };
}

function tag(kind, content) {
  return Buffer.concat([Buffer.from([kind]), lengthOf(content), content]);
}

function lengthOf({ length }) {
  if (length < 128) return Buffer.from([length]);
  return length < 256 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 255]);
}

const sequence = (...parts) => tag(0x30, Buffer.concat(parts));

const integer = (value) => tag(0x02, Buffer.from([value]));

const utcTime = (timeMs) => tag(0x17, Buffer.from(`${new Date(timeMs).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

const pem = (der) =>
  `-----BEGIN CERTIFICATE-----\n${der
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\n')}\n-----END CERTIFICATE-----\n`;
