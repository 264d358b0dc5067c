import { stemsOf } from './words.js';

/** Forms of one word, on one line. */
const FORMS = `
dators datora datoram datoru datorā datori datoriem datorus datoros
printeris printera printerim printeri printerī printeru printeriem printerus printeros
serveris servera serverim serverī serveri serveru serveriem
lietotājs lietotāja lietotājam lietotāju lietotāji lietotājiem lietotājus lietotājos lietot
parole paroles parolei paroli parolē parolēm paroļu parolēs
kļūda kļūdas kļūdai kļūdu kļūdā kļūdām kluda kludas
brīdis brīža brīdim brīdi brīdī brīži brīžu brīžiem
saite saites saitei saiti saišu saitēm
lācis lāča lācim lāci lāči lāču
nakts naktij nakti naktī nakšu naktīm
vilnis viļņa viļņi viļņu viļņiem
mēnesis mēneša mēnesī mēneši mēnešu
zvaigzne zvaigznes zvaigžņu
datne datnes datni datņu datnēm
mape mapes mapi mapju mapēm
kļūme kļūmes kļūmi kļūmju
durvis durvju durvīm
ierīce ierīces ierīču ierīcēm
pele peles peļu pelēm
valsts valstij valstis valstīm valstu
tirgus tirgum tirgū tirgu tirgi
dati datu datiem datos datus
konts konta kontam kontu kontā konti kontiem
tīkls tīkla tīklam tīklā tīklu tīkli tīklos tikls tikla
statuss statusa statusu statusam status
versija versijas versiju versijai versijā versijām
sertifikāts sertifikāta sertifikātu sertifikāti sertifikātiem sertifikata
internets interneta internetā internet
savienojums savienojuma savienojumu savienojumam savienojumi
jauns jauna jaunam jaunu jaunais jaunajam jaunajā jaunajiem jaunās jaunajām jauno
drukāt drukā drukāja drukāju drukājam drukāšana drukāšanas drukāšanu
bloķēt bloķē bloķēja bloķēts bloķēta bloķētā bloķēšana bloketa
uzstādīt uzstāda uzstādīja uzstādīts uzstādīta uzstādīšana uzstādīšanas
pieslēgt pieslēgties pieslēdzas pieslēdzos pieslēgts pieslēgta
nosūtīt nosūta nosūtīja nosūtīts
printer printers
update updates updated updating
service services
lock locks locked locking
access accesses
policy policies`;

const common = (words: readonly string[]): string[] =>
  words.map((word) => [...stemsOf(word).stems]).reduce((shared, own) => shared.filter((stem) => own.includes(stem)));

const meet = (a: string, b: string): boolean => common([a, b]).length > 0;

describe('A word is found from any of its forms', () => {
  it.each(FORMS.trim().split('\n'))('%s', (line) => {
    expect(common(line.split(' '))).not.toEqual([]);
  });

  it('whichever letters are large', () => {
    expect(stemsOf('DATORĀ').stems).toEqual(stemsOf('datora').stems);
    expect(stemsOf('Šķirkļi').stems).toEqual(stemsOf('šķirkļi').stems);
  });

  it('however its letters are composed', () => {
    expect(stemsOf('kļūda'.normalize('NFD')).stems).toEqual(stemsOf('kļūda').stems);
  });
});

describe('Words that only look alike stay apart', () => {
  it.each([
    ['viesu', 'vieta'],
    ['kase', 'kaste'],
    ['datori', 'dati'],
    ['printeris', 'princips'],
    ['tīkls', 'tīkams'],
    ['lapa', 'laipa'],
    ['string', 'strings2'],
    ['pase', 'paste'],
  ])('%s, %s', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });
});

describe('A consonant that may have shifted', () => {
  it('is both where the mark says that it shifted', () => {
    expect(stemsOf('saišu').stems).toEqual(['sais', 'sait']);
    expect(stemsOf('ložu').stems).toEqual(['loz', 'lod']);
  });

  it('is another only as a last resort where the marks were left out', () => {
    expect(stemsOf('saisu')).toEqual({ stems: ['sais'], perhaps: ['sait'] });
    expect(stemsOf('briza').perhaps).toEqual(['brid']);
  });

  it('is itself before an ending that shifts nothing', () => {
    expect(stemsOf('kase').perhaps).toEqual([]);
  });
});

describe('What has no ending', () => {
  it.each(['vpn', 'eid', 'hp4200', '2fa', '000123', 'kb5034441'])('%s stands for itself', (word) => {
    expect(stemsOf(word)).toEqual({ stems: [word], perhaps: [] });
  });

  it('may be of any script', () => {
    expect(stemsOf('принтер').stems).toHaveLength(1);
    expect(stemsOf('日本語').stems).toEqual(['日本語']);
  });
});
