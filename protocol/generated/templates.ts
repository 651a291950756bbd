// Written by protocol/generate.mjs from protocol/templates; do not edit.
import type { Language } from './protocol'

/** What the start page offers to begin a workshop with. */
export const templates: { name: string; title: Record<Language, string>; summary: Record<Language, string> }[] = [
  { name: "cartography", title: { fr: "Atelier de cartographie", en: "Cartography workshop" }, summary: { fr: "Une planche autour des quatre objectifs de la charte : projets, problématiques et ce qui les relie.", en: "One board around the four objectives of the charter: projects, problems and what binds them." } },
  { name: "initiation", title: { fr: "Journée d’initiation", en: "Initiation day" }, summary: { fr: "Les questions du matin, les groupes de pairs, le débrief par territoire, les suites.", en: "The morning’s questions, the peer groups, the debrief by territory, what comes next." } },
  { name: "assembly", title: { fr: "Assemblée des alliés", en: "Assembly of the allies" }, summary: { fr: "Les chantiers à mûrir et validés, la cartographie, l’échange entre référent·es.", en: "The chantiers to mature and those validated, the cartography, the exchange between referents." } },
  { name: "blank", title: { fr: "Planche vierge", en: "Blank board" }, summary: { fr: "Une planche sans zone ni fiche : à vous de la dessiner.", en: "One board without zones or cards: yours to draw." } },
  { name: "actors", title: { fr: "Carte des acteurs", en: "Actor map" }, summary: { fr: "Les quatre catégories d’acteurs, du plus proche au plus éloigné du projet.", en: "The four categories of actors, from the closest to the most distant." } },
  { name: "causes", title: { fr: "Causes et effets", en: "Causes and effects" }, summary: { fr: "Un problème au centre, ses causes à gauche, ses effets à droite.", en: "A problem in the middle, its causes on the left, its effects on the right." } },
  { name: "timeline", title: { fr: "Frise du temps", en: "Timeline" }, summary: { fr: "D’hier à demain : ce qui a compté, ce qui est en cours, ce qui vient.", en: "From yesterday to tomorrow: what mattered, what is under way, what comes." } },
  { name: "france", title: { fr: "Carte de France", en: "Map of France" }, summary: { fr: "Les départements, outre-mer compris : chaque fiche à sa place.", en: "The départements, overseas included: each card in its place." } },
]
