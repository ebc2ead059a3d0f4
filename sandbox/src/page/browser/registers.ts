/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Tools } from './tools.js';

/** Persons and vehicles to pick from. Runs in the browser; see script.ts. */
export function showRegisters(page: Tools): void {
  interface Person {
    foedselsEllerDNummer: string;
    historiskeIdentifikatorer: string[];
    name: string;
    special: string;
    krr: string;
  }

  interface Vehicle {
    kjennemerker: string[];
    kuid: string;
    understellsnummer: string;
    status: string | null;
    ownerNumber: string | null;
    special: string;
  }

  const { words, byId } = page;

  /** A register does not change while the sandbox runs, so it is asked for once. */
  const showRegister = <T>(
    name: string,
    path: string,
    keyOf: (item: T) => string,
    picked: (item: T) => string,
    texts: (item: T) => Readonly<Record<string, string>>,
  ): void => {
    const search = byId(`${name}-search`) as HTMLInputElement;
    let all: readonly T[] | undefined;
    const rows = page.table<T>(name, keyOf, (row, item) => {
      page.fill(row, texts(item));
      const button = page.part(row, 'copy');
      button.textContent = button.dataset.label ?? '';
      button.dataset.copy = picked(item);
      button.setAttribute('aria-label', page.say(words.said.copyOf, { name: picked(item) }));
    });
    const showFound = (): void => {
      const sought = search.value.toLowerCase().split(/\s+/);
      const matches = (item: T): boolean => {
        const text = Object.values(texts(item)).join(' ').toLowerCase();
        return sought.every((word) => text.includes(word));
      };
      rows.show((all ?? []).filter(matches));
    };
    search.addEventListener('input', showFound);
    page.watch(name, async () => {
      if (all) return;
      all = await page.load<T[]>(path);
      showFound();
    });
  };

  showRegister<Person>(
    'persons',
    '/admin/persons?limit=1000',
    ({ foedselsEllerDNummer }) => foedselsEllerDNummer,
    ({ foedselsEllerDNummer }) => foedselsEllerDNummer,
    ({ name, foedselsEllerDNummer, special, krr }) => ({ name, number: foedselsEllerDNummer, tests: special, krr }),
  );

  showRegister<Vehicle>(
    'vehicles',
    '/admin/vehicles',
    ({ kuid }) => kuid,
    ({ kjennemerker, understellsnummer }) => kjennemerker[0] ?? understellsnummer,
    ({ kjennemerker, understellsnummer, status, ownerNumber, special }) => ({
      plate: kjennemerker.join(', ') || '–',
      chassis: understellsnummer,
      status: status ?? '–',
      owner: ownerNumber ?? '–',
      tests: special,
    }),
  );
}
