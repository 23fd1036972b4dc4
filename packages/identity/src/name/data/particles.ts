/** Words inside a name that name nobody by themselves: nobiliary particles, patronymic links and articles. */
export const PARTICLES: ReadonlySet<string> = new Set(
  (
    'de del della dello dei degli di da das do dos du des d la le les l van von vom zu zum zur der den ter ten te op af av y e i und et and ' +
    'al el ul as ash ad an bin ibn ben bint binti ould mac st san santa'
  ).split(' '),
);

/** Titles, degrees and generation marks, which people add and drop. No single letter: that is an initial. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr prof sir dame lord lady rev fr herr frau hr fru mme mlle sr sra srta sig dott dottssa ing mag dipl jr junior senior ii iii iv phd md esq ' +
    'shri smt mevr dhr pan pani haji hajji sheikh shaikh mullah maulavi'
  ).split(' '),
);
