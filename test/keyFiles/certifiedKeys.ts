/**
 * Keys with the enterprise certificate that was issued for them.
 */
import { X509Certificate, type KeyObject } from 'node:crypto';
import type { KeyMaterial } from '../../src/maskinporten/keys/signingKey';
import { ORGANISATION, pkcs8 } from './authority';
import { KEY_ID, materialOf, PASSPHRASE, publicJwkOf, type KeyCase } from './keyCase';
import type { Made } from './made';
import { exportPkcs12, type Pkcs12Order } from './pkcs12';
import { base64, base64url, bodyOf, inLines, jwkOf, withLiteralBreaks, withoutBreaks, withSpaces } from './written';

interface Entry extends Partial<KeyMaterial> {
  readonly name: string;
  readonly privateKey: string;
  /** Where it is not the key for authentication that must be found. */
  readonly found?: KeyObject;
}

/** What openssl prints of a PKCS#12 file: attributes between the blocks. */
const withBagAttributes = ({ workshop, key, chain }: Made): string =>
  workshop
    .openssl(
      'pkcs12 -nodes',
      ...['-in', workshop.put(exportPkcs12(workshop, { key, certificates: chain }))],
      ...['-passin', `pass:${PASSPHRASE}`],
    )
    .toString();

const bundles = (made: Made): readonly Entry[] => {
  const { key, chain, etsiLeaf, otherLeaf } = made;
  const [leaf, issuer, root] = chain;
  const pem = pkcs8(key);
  const attributed = withBagAttributes(made);
  const protectedPem = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE });
  return [
    { name: 'PEM: key, then its certificate', privateKey: pem + leaf },
    { name: 'PEM: certificate, then its key', privateKey: leaf + pem },
    { name: 'PEM: the chain from the top', privateKey: root + issuer + leaf + pem },
    { name: "PEM: somebody else's certificate first", privateKey: otherLeaf + leaf + pem + issuer },
    { name: 'PEM with the text openssl writes', privateKey: attributed },
    { name: 'the same with its line breaks turned into spaces', privateKey: withSpaces(attributed) },
    { name: 'the same with its line breaks lost', privateKey: withoutBreaks(attributed) },
    { name: 'the same with literal \\n', privateKey: withLiteralBreaks(attributed) },
    { name: 'base64 of the same', privateKey: base64(attributed) },
    { name: 'PEM: protected key and certificate', privateKey: leaf + protectedPem.toString(), passphrase: PASSPHRASE },
    { name: 'a certificate in the form of ETSI', privateKey: pem + etsiLeaf },
    { name: 'a renewed certificate beside the expired one', privateKey: made.expiredLeaf + leaf + pem },
  ];
};

const separate = ({ key, chain, workshop, authority }: Made): readonly Entry[] => {
  const [leaf, issuer] = chain;
  const pem = pkcs8(key);
  const der = new X509Certificate(leaf).raw;
  const pkcs7 = workshop.openssl('crl2pkcs7 -nocrl', '-certfile', workshop.put(chain.join('')));
  const cases: readonly (readonly [name: string, certificate: string])[] = [
    ['PEM', leaf],
    ['PEM with its line breaks turned into spaces', withSpaces(leaf)],
    ['PEM with the chain', chain.join('')],
    ['PEM with the chain upside down', [...chain].reverse().join('')],
    ['base64 of DER', base64(der)],
    ['base64url of DER', base64url(der)],
    ['base64 of PEM', base64(leaf)],
    ['PKCS#7', pkcs7.toString()],
    ['base64 of PKCS#7', bodyOf(pkcs7.toString())],
  ];
  const x5c = chain.map((certificate) => base64(new X509Certificate(certificate).raw));
  return [
    ...cases.map(([name, certificate]) => ({ name: `certificate apart: ${name}`, privateKey: pem, certificate })),
    { name: 'leaf beside the key, issuer apart', privateKey: pem + leaf, certificate: issuer + authority.root.pem },
    { name: 'a JWK with x5c and no key id', privateKey: JSON.stringify(jwkOf(key, { x5c })) },
  ];
};

const pkcs12 = ({ key, otherKey, chain, trio, workshop }: Made): readonly Entry[] => {
  const file = (how?: string, more: Partial<Pkcs12Order> = {}): Buffer =>
    exportPkcs12(workshop, { key, certificates: chain, how, ...more });
  const ways: readonly (readonly [name: string, how: string])[] = [
    ['under AES-128', '-keypbe AES-128-CBC -certpbe AES-128-CBC'],
    ['sealed with SHA-1', '-macalg sha1'],
    ['sealed with SHA-384', '-macalg sha384'],
    ['sealed with SHA-512', '-macalg sha512 -iter 20000'],
    ['without a seal', '-nomac'],
    ['with the key and the certificates in the open', '-keypbe NONE -certpbe NONE'],
    ['the old way: RC2 with 40 bits for the certificates', '-legacy'],
    ['the old way: RC2 with 128 bits', '-legacy -certpbe PBE-SHA1-RC2-128 -keypbe PBE-SHA1-RC2-128'],
    ['the old way: triple DES for both', '-legacy -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES'],
    ['the old way: two-key triple DES', '-certpbe PBE-SHA1-2DES -keypbe PBE-SHA1-2DES -macalg sha1'],
    ['half old: RC2 for the certificates, AES for the key', '-legacy -certpbe PBE-SHA1-RC2-40 -keypbe AES-256-CBC'],
  ];
  const norwegian = 'blåbærsyltetøy';
  const modern = file();
  const entries: readonly Entry[] = [
    ...ways.map(([name, how]) => ({ name, privateKey: base64(file(how)) })),
    { name: 'as issued today', privateKey: base64(modern) },
    { name: 'as base64 in lines', privateKey: inLines(base64(modern)) },
    { name: 'as base64url', privateKey: base64url(modern) },
    { name: 'in quotes', privateKey: `"${base64(modern)}"` },
    { name: 'as base64 of base64', privateKey: base64(base64(modern)) },
    {
      name: 'with a Norwegian passphrase',
      privateKey: base64(file('', { passphrase: norwegian })),
      passphrase: norwegian,
    },
    {
      name: 'the old way with a Norwegian passphrase',
      privateKey: base64(file('-legacy', { passphrase: norwegian })),
      passphrase: norwegian,
    },
    { name: 'with an empty passphrase', privateKey: base64(file('', { passphrase: '' })), passphrase: '' },
    {
      name: 'the old way with an empty passphrase',
      privateKey: base64(file('-legacy', { passphrase: '' })),
      passphrase: '',
    },
    {
      name: 'without certificates, the certificate apart',
      privateKey: base64(file('', { certificates: [] })),
      certificate: chain.join(''),
    },
    { name: 'with three keys: the one for authentication', privateKey: base64(trio) },
    { name: 'with three keys: one by its name', privateKey: base64(trio), keyName: 'SIGNERING', found: otherKey },
    {
      name: 'with three keys: one by the serial number of its certificate',
      privateKey: base64(trio),
      keyName: new X509Certificate(chain[0]).serialNumber.toLowerCase().replace(/../g, '$& '),
    },
  ];
  return entries.map((entry) => ({ passphrase: PASSPHRASE, ...entry, name: `PKCS#12 ${entry.name}` }));
};

export const certifiedKeys = (made: Made): readonly KeyCase[] => {
  const [leaf] = made.chain;
  const sent = [...bundles(made), ...separate(made), ...pkcs12(made)].map(
    ({ name, found = made.key, ...material }): KeyCase => ({
      name,
      material: materialOf(material),
      expected: { ok: 'x5c' },
      publicJwk: publicJwkOf(found, KEY_ID),
      certificateOrg: ORGANISATION,
    }),
  );
  const file = base64(exportPkcs12(made.workshop, { key: made.key, certificates: made.chain }));
  const named: readonly Entry[] = [
    { name: 'PKCS#12 and a key id', privateKey: file, passphrase: PASSPHRASE },
    { name: 'PEM with its certificate, and a key id', privateKey: leaf + pkcs8(made.key) },
    { name: 'an expired certificate, and a key id', privateKey: made.expiredLeaf + pkcs8(made.key) },
    { name: 'a JWK with x5c and a key id', privateKey: JSON.stringify(jwkOf(made.key, { x5c: [bodyOf(leaf)] })) },
  ];
  return [
    ...sent,
    ...named.map(({ name, ...material }): KeyCase => ({
      name,
      material: materialOf({ keyId: KEY_ID, ...material }),
      expected: { ok: 'kid' },
      publicJwk: publicJwkOf(made.key, KEY_ID),
      certificateOrg: ORGANISATION,
    })),
  ];
};
