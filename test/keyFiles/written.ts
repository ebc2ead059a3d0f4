/**
 * The many ways in which the same bytes or letters arrive in a field.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { PASSPHRASE } from './keyCase';

export const pkcs1 = (key: KeyObject): string => key.export({ type: 'pkcs1', format: 'pem' }).toString();
export const pkcs8Der = (key: KeyObject): Buffer => key.export({ type: 'pkcs8', format: 'der' });
export const publicPem = (key: KeyObject, type: 'spki' | 'pkcs1' = 'spki'): string =>
  createPublicKey(key).export({ type, format: 'pem' }).toString();
/** With the cipher named in a header of the PEM, as before PKCS#8. */
export const withDekHeader = (key: KeyObject, cipher: string): string =>
  key.export({ type: 'pkcs1', format: 'pem', cipher, passphrase: PASSPHRASE }).toString();
export const jwkOf = (key: KeyObject, more: object = {}): object => ({ ...key.export({ format: 'jwk' }), ...more });

export const withSpaces = (text: string): string => text.replaceAll('\n', ' ');
export const withoutBreaks = (text: string): string => text.replaceAll('\n', '');
export const withLiteralBreaks = (text: string, written = '\\n'): string => text.replaceAll('\n', written);
export const inLines = (text: string): string => text.replace(/.{76}/g, '$&\r\n');
export const base64 = (content: Buffer | string): string => Buffer.from(content).toString('base64');
export const base64url = (content: Buffer | string): string => Buffer.from(content).toString('base64url');
/** Base64 between PEM's lines, or any DER without them. */
export const bodyOf = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');
