// Written by protocol/generate.mjs from protocol/templates; do not edit.
import type { Language } from './protocol'

/** What the start page offers to begin a workshop with. */
export const templates: { name: string; title: Record<Language, string>; summary: Record<Language, string> }[] = [
  { name: "cartography", title: { fr: "Atelier de cartographie", en: "Cartography workshop" }, summary: { fr: "Une planche autour des quatre objectifs de la charte : projets, problématiques et ce qui les relie.", en: "One board around the four objectives of the charter: projects, problems and what binds them." } },
  { name: "initiation", title: { fr: "Journée d’initiation", en: "Initiation day" }, summary: { fr: "Les questions du matin, les groupes de pairs, le débrief par territoire, les suites.", en: "The morning’s questions, the peer groups, the debrief by territory, what comes next." } },
  { name: "assembly", title: { fr: "Assemblée des alliés", en: "Assembly of the allies" }, summary: { fr: "Les chantiers à mûrir et validés, la cartographie, l’échange entre référent·es.", en: "The chantiers to mature and those validated, the cartography, the exchange between referents." } },
  { name: "blank", title: { fr: "Planche vierge", en: "Blank board" }, summary: { fr: "Une planche sans zone ni fiche : à vous de la dessiner.", en: "One board without zones or cards: yours to draw." } },
]
