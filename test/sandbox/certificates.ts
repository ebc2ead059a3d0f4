/** Certificates for tests, made by the system's openssl in a temporary folder. */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Certified {
  /** As a JWK text. */
  readonly privateKey: string;
  /** Base64 of DER, leaf first. */
  readonly chain: readonly [leaf: string, issuer: string];
}

export class TestIssuer {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'sandbox-certificates-'));
  readonly #privateKey: string;

  constructor(commonName = 'Norsk Kommune Test CA') {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#privateKey = JSON.stringify(privateKey.export({ format: 'jwk' }));
    writeFileSync(path.join(this.#folder, 'leaf.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
    this.#openssl(
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'issuer.key', '-out', 'issuer.pem'],
      ['-days', '30', '-subj', `/C=NO/CN=${commonName}`],
    );
  }

  /** @param subject as openssl writes it: `/CN=Sandkommunen/serialNumber=310475025`; `days` below 0: expired */
  issue(subject: string, days = 30): Certified {
    this.#openssl(
      ['x509', '-new', '-force_pubkey', 'leaf.pub', '-subj', subject, '-days', String(days), '-out', 'leaf.pem'],
      ['-CA', 'issuer.pem', '-CAkey', 'issuer.key'],
    );
    return { privateKey: this.#privateKey, chain: [this.#read('leaf.pem'), this.#read('issuer.pem')] };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #read(file: string): string {
    return new X509Certificate(readFileSync(path.join(this.#folder, file))).raw.toString('base64');
  }

  #openssl(...args: readonly (readonly string[])[]): void {
    execFileSync('openssl', args.flat(), { cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe'] });
  }
}

/** What is in a PKCS#12 file, as PEM. */
export const readPkcs12 = (file: Buffer, passphrase: string): string =>
  execFileSync('openssl', ['pkcs12', '-nodes', '-passin', `pass:${passphrase}`], { input: file, encoding: 'utf8' });
