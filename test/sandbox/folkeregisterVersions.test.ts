import { currentOf, EVERYONE, textOf } from '../../sandbox/src/folkeregister/register';
import { versionAt } from '../../sandbox/src/folkeregister/versions';

const versionOf = (slug: string, day: string) =>
  versionAt(EVERYONE.find((persona) => persona.slug === slug)!.folkeregisterperson, Date.parse(day));

const currentValues = (slug: string, day: string, part: string, member: string) =>
  currentOf(versionOf(slug, day), part).map((element) => textOf(element, member));

describe('a person as known at a moment', () => {
  it.each([
    ['2023-08-31', '11919849993', 'STILLE'],
    ['2023-09-02', '11919849802', 'SELVSIKKER'],
  ])('has on %s the number %s and the name %s', (day, number, name) => {
    expect(currentValues('changed-gender', day, 'identifikasjonsnummer', 'foedselsEllerDNummer')).toEqual([number]);
    expect(currentValues('changed-gender', day, 'navn', 'fornavn')).toEqual([name]);
  });

  it.each([
    ['2023-11-19', ['ugradert'], []],
    ['2023-11-21', [], ['strengtFortrolig']],
  ])('has on %s the addresses %j and the protection %j', (day, addresses, protection) => {
    const slug = 'strictly-confidential-mother';
    expect(currentValues(slug, day, 'bostedsadresse', 'adressegradering')).toEqual(addresses);
    expect(currentValues(slug, day, 'adressebeskyttelse', 'graderingsnivaa')).toEqual(protection);
  });

  it('is not known before birth, and not dead before death', () => {
    expect(versionOf('estate-with-lawyer', '1944-07-01')).toEqual({});
    expect(versionOf('estate-with-lawyer', '2023-12-01')).not.toHaveProperty('doedsfall');
    expect(versionOf('estate-with-lawyer', '2023-12-31')).toHaveProperty('doedsfall');
  });
});
