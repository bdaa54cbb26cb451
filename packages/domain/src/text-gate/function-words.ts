/**
 * The little words that no sentence does without, by language: they tell languages apart in texts that are too short for letter statistics.
 * Folded; a word that two languages share counts for both.
 */
const lists = {
  en: 'a an the and or but of in on at by for with without from to into onto over under near behind beside between through across along around above below up down off out against is are was were be been being has have had do does did can could will would may might must his her its their our your my he she it they we you i this that these those who which what when where while as than then so not no all each every both some any one two there here after before until during just only very more most other another own same such if because about toward towards among until',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber von vom im am zum zur mit ohne auf aus bei nach uber unter vor hinter neben zwischen durch fur gegen ist sind war waren wird werden hat haben sich nicht auch noch nur als wie wenn dass er sie es wir ihr sein seine ihre ihrem einem kein keine an in zu',
  nl: 'de het een en of maar van in op met zonder bij naar uit over onder voor achter naast tussen door tegen aan is zijn was waren wordt worden heeft hebben niet ook nog alleen als zoals dat dit deze die hij zij ze wij er hun haar geen te om langs',
  fr: 'le la les un une des du de d et ou mais en dans sur sous avec sans pour par au aux chez vers entre derriere devant est sont etait etaient a ont qui que ne pas plus il elle ils elles on nous vous son sa ses leur leurs ce cette ces comme pres',
  es: 'el la los las un una unos unas y o pero de del en con sin por para sobre bajo entre hacia desde hasta es son esta estan fue eran ha han que no se su sus lo al como mas muy tras junto cerca mientras',
  it: 'il lo la i gli le un uno una e o ma di del dello della dei degli delle in nel nella nei con senza su sul sulla per tra fra da dal dalla al allo alla ai alle e sono era erano ha hanno che non si suo sua suoi loro come piu sotto sopra dietro mentre',
  pt: 'o a os as um uma uns umas e ou mas de do da dos das em no na nos nas com sem por para sobre sob entre ate e sao esta estao foi eram tem que nao se seu sua seus suas ao a como mais muito perto atras enquanto',
  sv: 'en ett den det de och eller men av i pa med utan vid till fran over under bakom framfor mellan genom langs ar var har hade inte som sin sitt sina hans hennes deras om nar for att sig',
  da: 'en et den det de og eller men af i pa med uden ved til fra over under bag foran mellem gennem langs er var har havde ikke som sin sit sine hans hendes deres om nar for at sig',
  pl: 'i w na z do od po za pod nad przed przy przez dla ze sie nie jest sa byl byla ktory ktora ktore oraz ale jak jego jej ich ten ta to o u',
  tr: 've bir bu da de ile icin gibi olan olarak uzerinde altinda icinde yaninda kadar sonra once var yok cok daha',
  id: 'yang di ke dari dan atau dengan untuk pada adalah ini itu sebuah seorang para di atas bawah dekat dalam oleh',
} as const;

export type KnownLanguage = keyof typeof lists;

export const functionWords = Object.fromEntries(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]),
) as unknown as Readonly<Record<KnownLanguage, ReadonlySet<string>>>;
