/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */

/**
 * Runs in the browser: the server sends this function as its own source text. It may therefore use nothing from outside
 * itself. The private key is made here and goes nowhere but into a file that the user saves.
 */
export function assistSetup(): void {
  interface ShownLetter {
    file: string;
    title: string;
    to?: string;
    subject?: string;
    text: string;
    open: string[];
  }

  const SAVED_WITHIN_MS = 10_000;
  const CONFIRMATION_MS = 1500;

  const byId = (id: string) => document.getElementById(id) as HTMLElement;
  const within = (parent: ParentNode, selector: string) => parent.querySelector(selector) as HTMLElement;

  const form = byId('order') as HTMLFormElement;
  const problem = byId('problem');
  const done = byId('done');
  const results = byId('results');

  const save = (file: string, text: string): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), SAVED_WITHIN_MS);
  };

  const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

  const pem = (pkcs8: ArrayBuffer): string =>
    `-----BEGIN PRIVATE KEY-----\n${base64(pkcs8).replace(/.{1,64}/g, '$&\n')}-----END PRIVATE KEY-----\n`;

  const makeKeyPair = (): Promise<CryptoKeyPair> =>
    crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    );

  // One for as long as the page is open: letters written anew must be about the key that was saved.
  let keyPair: Promise<CryptoKeyPair> | undefined;

  /** RFC 7638. */
  const thumbprint = async (n: string, e: string): Promise<string> => {
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(JSON.stringify({ e, kty: 'RSA', n })),
    );
    return base64(digest).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  };

  const publicJwk = async (pair: CryptoKeyPair, keyId: string) => {
    const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    return { kty: 'RSA', use: 'sig', alg: 'RS256', kid: keyId || (await thumbprint(n, e)), n, e };
  };

  /** What is typed, without what is not; `services` is a list even when it is empty. */
  const typed = (): Record<string, string | string[]> => {
    const data = new FormData(form);
    const texts = [...data.entries()].filter(([name, value]) => name !== 'services' && value !== '');
    return { ...(Object.fromEntries(texts) as Record<string, string>), services: data.getAll('services') as string[] };
  };

  const askForLetters = async (order: object): Promise<ShownLetter[]> => {
    const response = await fetch('/setup/letters', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    }).catch(() => {
      throw new Error(problem.dataset.unreachable);
    });
    const answer = (await response.json()) as ShownLetter[] & { error?: string };
    if (!response.ok) throw new Error(answer.error);
    return answer;
  };

  const mailLink = ({ to = '', subject = '', text }: ShownLetter): string =>
    `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;

  /** Its buttons say by name which text they are about. */
  const fill = (article: HTMLElement, file: string, text: string): void => {
    within(article, 'pre').textContent = text;
    for (const button of article.querySelectorAll('button')) {
      button.dataset.file = file;
      button.dataset.label ??= button.textContent;
      button.setAttribute('aria-label', `${button.dataset.label}: ${file}`);
    }
  };

  const articleOf = (letter: ShownLetter): HTMLElement => {
    const copy = document.importNode((byId('letter') as HTMLTemplateElement).content, true);
    const article = within(copy, 'article');
    fill(article, letter.file, letter.text);
    within(article, 'h3').textContent = `${letter.file}: ${letter.title}`;
    within(article, '[data-part="to"]').textContent = [letter.to, letter.subject].filter(Boolean).join(' · ');
    within(article, '[data-part="open"] span').textContent = letter.open.join(' ');
    within(article, '[data-part="open"]').hidden = letter.open.length === 0;
    const link = within(article, 'a') as HTMLAnchorElement;
    if (letter.subject === undefined) {
      link.remove();
      within(article, 'pre').lang = document.documentElement.lang;
    } else {
      link.href = mailLink(letter);
    }
    return article;
  };

  const make = async (): Promise<void> => {
    const order = typed();
    keyPair ??= makeKeyPair();
    const jwk = await publicJwk(await keyPair, ((order.keyId as string | undefined) ?? '').trim());
    const letters = await askForLetters({ ...order, keyId: jwk.kid });
    fill(byId('public-key'), 'public-jwk.json', JSON.stringify(jwk, null, 2));
    byId('letters').replaceChildren(...letters.map(articleOf));
    results.hidden = false;
    results.focus();
    done.textContent = done.dataset.made ?? '';
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    problem.textContent = '';
    done.textContent = '';
    make().catch((error: unknown) => {
      problem.textContent = (error as Error).message;
    });
  });

  const showCustomer = (): void => {
    const customer = byId('customer') as HTMLFieldSetElement;
    customer.disabled = customer.hidden = new FormData(form).get('for') !== 'supplier';
  };
  form.addEventListener('change', showCustomer);
  // A browser that comes back to the page may have kept the choice.
  showCustomer();

  byId('save-private-key').addEventListener('click', () => {
    void keyPair
      ?.then(({ privateKey }) => crypto.subtle.exportKey('pkcs8', privateKey))
      .then((pkcs8) => save('private-key.pem', pem(pkcs8)));
  });

  results.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-file]');
    if (!button) return;
    const file = button.dataset.file ?? '';
    const text = within(button.closest('article') as HTMLElement, 'pre').textContent;
    if (button.dataset.action === 'save') {
      save(file, text);
      return;
    }
    void navigator.clipboard.writeText(text).then(() => {
      button.textContent = done.dataset.copied ?? '';
      done.textContent = `${button.textContent}: ${file}`;
      setTimeout(() => {
        button.textContent = button.dataset.label ?? '';
      }, CONFIRMATION_MS);
    });
  });
}
