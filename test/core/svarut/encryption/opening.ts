/**
 * Envelopes opened with the private key, by openssl and part by part.
 */
import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { fromBER } from 'asn1js';
import { pkcs8 } from '../../../keyFiles/authority';
import { Workshop } from '../../../keyFiles/workshop';
import type { Certified } from './certified';

/** What openssl makes of it with the private key. */
export const openedByOpenssl = (envelope: Buffer, { key, certificate }: Certified): Buffer =>
  Workshop.use((workshop) => {
    const plain = workshop.put('');
    workshop.openssl(
      'cms -decrypt -binary -inform DER',
      ...['-in', workshop.put(envelope), '-recip', workshop.put(certificate), '-inkey', workshop.put(pkcs8(key))],
      ...['-out', plain],
    );
    return workshop.read(plain);
  });

export const childrenOf = (element: any): any[] => element.valueBlock.value;
const octetsOf = (element: any): Buffer => Buffer.from(element.valueBlock.valueHexView);

/** The parts of an envelope, each where it must stand. */
export const partsOf = (envelope: Buffer) => {
  const { result, offset } = fromBER(envelope);
  const [type, explicit] = childrenOf(result);
  const [version, recipients, content] = childrenOf(childrenOf(explicit)[0]);
  const [recipientVersion, issuerAndSerial, transport, encryptedKey] = childrenOf(childrenOf(recipients)[0]);
  const [contentType, algorithm, encryptedContent] = childrenOf(content);
  const [cipher, iv] = childrenOf(algorithm);
  return {
    offset,
    names: [type, contentType, cipher].map((oid) => oid.getValue()),
    versions: [version, recipientVersion].map((integer) => integer.valueBlock.valueDec),
    recipients: childrenOf(recipients).length,
    issuerAndSerial: Buffer.from(issuerAndSerial.valueBeforeDecodeView),
    transport: Buffer.from(transport.valueBeforeDecodeView).toString('hex'),
    encryptedKey: octetsOf(encryptedKey),
    iv: octetsOf(iv),
    contentTag: encryptedContent.idBlock,
    content: octetsOf(encryptedContent),
  };
};

export const opened = (envelope: Buffer, { key }: Certified): Buffer => {
  const { encryptedKey, iv, content } = partsOf(envelope);
  const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const decipher = createDecipheriv('aes-256-cbc', privateDecrypt({ key, ...oaep }, encryptedKey), iv);
  return Buffer.concat([decipher.update(content), decipher.final()]);
};
