import { createPrivateKey, privateDecrypt, constants, X509Certificate } from 'node:crypto';
import svarutKey from '../../data/svarut-key.json' with { type: 'json' };
import type { KeyTransport } from './algorithms.js';
import { BerError, childrenOf, readElement } from './ber.js';

export const CERTIFICATE = new X509Certificate(Buffer.from(svarutKey.certificate, 'base64'));

const privateKey = createPrivateKey({ key: svarutKey.privateKey, format: 'jwk' });

const [toBeSigned] = childrenOf(readElement(CERTIFICATE.raw, 0));
const [, serialNumber, , issuer] = toBeSigned ? childrenOf(toBeSigned) : [];

/** How a recipient of CMS is named: the certificate's issuer and serial number, as they are written in it. */
export const ISSUER_AND_SERIAL = Buffer.concat([issuer, serialNumber].flatMap((element) => element?.raw ?? []));

const CONTENT_KEY_BYTES = 32;

export const unwrapContentKey = (encrypted: Buffer, transport: KeyTransport): Buffer => {
  const padding =
    transport === 'oaep'
      ? { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
      : { padding: constants.RSA_PKCS1_PADDING };
  let key: Buffer | undefined;
  try {
    key = privateDecrypt({ key: privateKey, ...padding }, encrypted);
  } catch {
    // Refused below, as a key of another length is.
  }
  if (key?.length !== CONTENT_KEY_BYTES) throw new BerError('its key does not open with the private key of SvarUt');
  return key;
};
