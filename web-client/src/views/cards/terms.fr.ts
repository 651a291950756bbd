// What a structured card says: its type, its objectives, where it is, its tags, its typed links.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  type: 'Type',
  noType: 'Sans type',
  objectives: 'Objectifs',
  territory: 'Territoire',
  territoryHint: 'Tapez les premières lettres',
  territoryUnknown: ({ words }: { words: string }) =>
    `« ${words} » n’est pas dans la liste des territoires. L’animation peut en importer.`,
  tags: 'Mots-clés',
  tagsHint: 'Séparés par des virgules',
  dropTag: ({ name }: { name: string }) => `Retirer le mot-clé « ${name} »`,
  anonymous: 'Sans signature : personne ne saura de qui est la fiche',
  unsign: 'Sans signature : mon nom n’est plus sur la fiche, mais qui l’a lu l’a lu',
  unsigned: 'Sans signature',

  points: ({ n }: { n: number }) => count(n, 'point', 'points'),
  turn: ({ n }: { n: number }) => `Présentée en ${n}`,
  objectivesAre: ({ names }: { names: string }) => `Objectifs : ${names}`,
  territoryIs: ({ name }: { name: string }) => `Territoire : ${name}`,
  tagsAre: ({ names }: { names: string }) => `Mots-clés : ${names}`,
  with: ({ names }: { names: string }) => `Avec ${names}`,
  groupIs: ({ name }: { name: string }) => `Groupe ${name}`,
  isLocked: 'Verrouillée par l’animation',

  linkType: ({ name }: { name: string }) => `Type du lien avec « ${name} »`,
  newLinkType: 'Type du lien',
  plainLink: 'Lien simple',
  linkAs: ({ type, name }: { type: string; name: string }) => `→ ${type} « ${name} »`,
  linkedAs: ({ type, name }: { type: string; name: string }) => `← « ${name} » ${type} cette fiche`,
}
