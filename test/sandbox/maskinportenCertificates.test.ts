import { createPrivateKey, X509Certificate } from 'node:crypto';
import { decodeJwt } from 'jose';
import { Caller } from './caller';
import { readPkcs12, TestIssuer, type Certified } from './certificates';
import { expectRefusal } from './expectRefusal';

let caller: Caller;
let issuer: TestIssuer;
let clientId: string;
let certified: Certified;
beforeAll(async () => {
  caller = await Caller.start();
  issuer = new TestIssuer();
  certified = issuer.issue(subjectOf(organisation()));
  clientId = await caller.register({ organisation: organisation() });
});
afterAll(async () => {
  issuer.remove();
  await caller.close();
});

const organisation = () => caller.credentials.maskinporten.organisation;
const subjectOf = (number: string) => `/C=NO/O=Sandkommunen/CN=Sandkommunen/serialNumber=${number}`;
const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64');
const OTHER_NUMBER = '311938460';

const grantWith = ({ privateKey, chain }: Pick<Certified, 'privateKey'> & { chain: readonly string[] }) =>
  caller.grant({ claims: { iss: clientId }, header: { kid: undefined, x5c: [...chain] }, privateKey });

const expectInvalid = async (assertion: string, text: RegExp, reason: RegExp) => {
  await expectRefusal(caller, assertion, 400, 'invalid_grant', text);
  expect((await caller.lastRequest()).reason).toMatch(reason);
};

describe('an enterprise certificate', () => {
  it('gives a token that says so', async () => {
    const { status, body } = await caller.askForToken(await grantWith(certified));
    expect(status).toBe(200);
    expect(decodeJwt(body.access_token)).toMatchObject({ client_amr: 'virksomhetssertifikat', client_id: clientId });
  });

  it('may come beside a kid when the setting says so, and the certificate counts', async () => {
    const assertion = () =>
      caller.grant({
        claims: { iss: clientId },
        header: { x5c: [...certified.chain] },
        privateKey: certified.privateKey,
      });
    await expectInvalid(await assertion(), /Invalid JWT header x5c/, /never both/);
    await caller.postJson('/admin/settings', { kidWithX5c: 'accepted' });
    const { status, body } = await caller.askForToken(await assertion());
    await caller.postJson('/admin/settings', { kidWithX5c: 'refused' });
    expect(status).toBe(200);
    expect(decodeJwt(body.access_token)).toMatchObject({ client_amr: 'virksomhetssertifikat' });
  });

  it('may come without its issuer', async () => {
    const [leaf] = certified.chain;
    expect((await caller.askForToken(await grantWith({ ...certified, chain: [leaf] }))).status).toBe(200);
  });

  it('may name its organisation in the newer way', async () => {
    const newer = issuer.issue(`/C=NO/CN=Sandkommunen/organizationIdentifier=NTRNO-${organisation()}`);
    expect((await caller.askForToken(await grantWith(newer))).status).toBe(200);
  });

  it.each([
    ['another organisation', subjectOf(OTHER_NUMBER)],
    ['another organisation in the newer way', `/CN=Sandkommunen/organizationIdentifier=NTRNO-${OTHER_NUMBER}`],
    ['no organisation', '/C=NO/CN=Sandkommunen'],
  ])('is refused when its subject is %s', async (_what, subject) => {
    await expectInvalid(
      await grantWith(issuer.issue(subject)),
      /Organisation number does not match certificate/,
      /^MP-122: /,
    );
  });

  it('is refused when it has expired', async () => {
    const expired = issuer.issue(subjectOf(organisation()), -1);
    await expectInvalid(await grantWith(expired), /Invalid JWT signature/, /^MP-124: .*expired/);
  });

  it('is refused when another key signed', async () => {
    const { privateKey } = caller.credentials.maskinporten;
    await expectInvalid(await grantWith({ ...certified, privateKey }), /Invalid JWT signature/, /^MP-124: /);
  });

  it('is refused when its issuer is none for test', async () => {
    const production = new TestIssuer('Norsk Kommune CA');
    const assertion = await grantWith(production.issue(subjectOf(organisation())));
    production.remove();
    await expectInvalid(assertion, /signed with an invalid certificate/, /^MP-120: .*Test/);
  });

  it('is refused when it comes after its issuer', async () => {
    const [leaf, root] = certified.chain;
    await expectInvalid(await grantWith({ ...certified, chain: [root, leaf] }), /JWT header x5c/, /^MP-123: .*leaf/);
  });

  it('is refused when what follows is the issuer of another, even one of the same name', async () => {
    const namesake = new TestIssuer();
    const { chain } = namesake.issue(subjectOf(organisation()));
    namesake.remove();
    const mixed = [certified.chain[0], chain[1]];
    await expectInvalid(await grantWith({ ...certified, chain: mixed }), /JWT header x5c/, /^MP-123: /);
  });

  it.each([
    ['PEM', (leaf: string) => `-----BEGIN CERTIFICATE-----\n${leaf}\n-----END CERTIFICATE-----`],
    ['base64 of PEM', (leaf: string) => base64(`-----BEGIN CERTIFICATE-----\n${leaf}\n-----END CERTIFICATE-----\n`)],
    ['base64url', (leaf: string) => Buffer.from(leaf, 'base64').toString('base64url')],
    ['base64 with line breaks', (leaf: string) => leaf.replace(/.{64}/g, '$&\n')],
    ['base64 that was cut', (leaf: string) => leaf.slice(0, 400)],
    [
      'base64 with more behind it',
      (leaf: string) => base64(Buffer.concat([Buffer.from(leaf, 'base64'), Buffer.of(0)])),
    ],
  ])('is refused as %s', async (_what, write) => {
    const chain = [write(certified.chain[0])];
    await expectInvalid(await grantWith({ ...certified, chain }), /JWT header x5c/, /^MP-123: .*DER/);
  });
});

describe('a client that is locked to a certificate', () => {
  const lockedTo = async (certificate: string) => {
    const iss = await caller.register({ organisation: organisation(), certificate });
    return ({ privateKey, chain }: Certified) =>
      caller.grant({ claims: { iss }, header: { kid: undefined, x5c: [...chain] }, privateKey });
  };

  it.each([
    ['PEM', (leaf: string) => new X509Certificate(Buffer.from(leaf, 'base64')).toString()],
    ['base64', (leaf: string) => leaf],
  ])('lets that certificate in, registered as %s', async (_form, write) => {
    const grant = await lockedTo(write(certified.chain[0]));
    expect((await caller.askForToken(await grant(certified))).status).toBe(200);
  });

  it('refuses another certificate of the same key and organisation', async () => {
    const grant = await lockedTo(certified.chain[0]);
    const renewed = issuer.issue(subjectOf(organisation()));
    await expectInvalid(await grant(renewed), /signed with an invalid certificate/, /^MP-120: .*locked/);
  });
});

describe('the certificate client of the sandbox', () => {
  it('gets a token for Fiks with the certificate that is shown', async () => {
    const { certificateClient } = caller.credentials;
    const [leaf, root] = certificateClient.privateKeyAsPem
      .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)!
      .map((pem) => new X509Certificate(pem).raw.toString('base64'));
    const privateKey = createPrivateKey(certificateClient.privateKeyAsPem).export({ format: 'jwk' });
    const assertion = await caller.grant({
      claims: { iss: certificateClient.clientId, scope: 'ks:fiks' },
      header: { kid: undefined, x5c: [leaf!, root!] },
      privateKey: JSON.stringify(privateKey),
    });
    expect((await caller.askForToken(assertion)).status).toBe(200);
  });

  it('has the same certificate in its PKCS#12 file, for at least ten years to come', () => {
    const { privateKey, passphrase, privateKeyAsPem } = caller.credentials.certificateClient;
    const leaf = new X509Certificate(privateKeyAsPem.slice(privateKeyAsPem.indexOf('-----BEGIN CERTIFICATE-----')));
    expect(readPkcs12(Buffer.from(privateKey, 'base64'), passphrase)).toContain(leaf.toString());
    expect(new Date(leaf.validTo).getUTCFullYear()).toBeGreaterThan(new Date().getUTCFullYear() + 10);
  });
});
