// What working on a board says: pasting lines, arranging, finding, zones, grouping by a field.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  find: 'Chercher une fiche',
  findWhat: 'Mots cherchés',
  found: ({ at, n }: { at: number; n: number }) =>
    n === 0 ? 'Aucune fiche' : at ? `${at} sur ${n}` : count(n, 'fiche trouvée', 'fiches trouvées'),
  next: 'Fiche suivante',
  previous: 'Fiche précédente',
  chooseFound: 'Sélectionner toutes les fiches trouvées',
  close: 'Fermer',

  paste: 'Coller des lignes',
  pasteHelp:
    'Une ligne donne une fiche. Depuis un tableur : le titre dans la première colonne, le texte dans la deuxième.',
  lines: 'Lignes',
  pasteZone: 'Poser dans',
  noZone: 'Hors zone',
  pasteCount: ({ n }: { n: number }) =>
    n === 0 ? 'Aucune fiche à poser.' : `${count(n, 'fiche', 'fiches')} à poser.`,
  pasteMore: ({ n, most }: { n: number; most: number }) =>
    `C’est trop d’un coup : les ${most} premières fiches seulement seront posées, ${count(n, 'ligne reste', 'lignes restent')} de côté. Pour de gros fichiers, importez un fichier CSV.`,
  titleTooLong: ({ line }: { line: number }) =>
    `Ligne ${line} : le titre est trop long, elle est laissée de côté.`,
  textTooLong: ({ line }: { line: number }) =>
    `Ligne ${line} : le texte est trop long, elle est laissée de côté.`,
  otherProblems: ({ n }: { n: number }) => `Et ${count(n, 'autre ligne', 'autres lignes')} de côté.`,
  lay: ({ n }: { n: number }) => `Poser ${count(n, 'fiche', 'fiches')}`,
  laid: ({ n }: { n: number }) => `${count(n, 'fiche posée', 'fiches posées')}.`,

  arrange: 'Ranger',
  acrossEvenly: 'Répartir en largeur',
  downEvenly: 'Répartir en hauteur',
  tidy: 'Ranger en grille',
  look: 'Cadrer',
  lock: 'Verrouiller',
  unlock: 'Déverrouiller',

  zones: 'Zones',
  zoneAdd: 'Ajouter une zone',
  zoneNew: 'Nouvelle zone',
  zoneWhich: 'Zone à modifier',
  zoneTitle: 'Titre',
  zoneColor: 'Couleur',
  zoneRule: 'Ce que prennent les fiches posées ici',
  zoneObjective: 'Objectif',
  zoneType: 'Type',
  none: 'Rien',
  zonePaints: 'La couleur de la zone',
  zoneLocked: 'Verrouillée : seule l’animation y touche',
  zonePlace: 'Place et taille, en unités de la planche',
  left: 'Gauche',
  top: 'Haut',
  width: 'Largeur',
  height: 'Hauteur',
  zoneDrop: 'Supprimer la zone',
  zoneDropped: ({ title }: { title: string }) => `Zone « ${title} » supprimée ; ses fiches restent.`,
  zoneTools: ({ title }: { title: string }) => `Actions sur la zone « ${title} »`,
  zoneEdit: 'Modifier la zone',
  zoneShow: 'Voir sur la planche',
  noZones: 'Cette planche n’a pas encore de zone.',
  undo: 'Annuler',

  gather: 'Grouper en zones',
  gatherHelp:
    'Chaque fiche va dans la zone de sa valeur. Une valeur qui n’a pas encore de zone en reçoit une, sous ce qui est déjà là.',
  gatherBy: 'Grouper par',
  gatherWhich: 'Quelles fiches',
  gatherAll: ({ n }: { n: number }) => `Toutes celles de la planche (${n})`,
  gatherChosen: ({ n }: { n: number }) => `Celles qui sont sélectionnées (${n})`,
  gatherCount: ({ zones, there, cards }: { zones: number; there: number; cards: number }) =>
    `${count(cards, 'fiche', 'fiches')} : ${count(there, 'zone déjà là', 'zones déjà là')}, ${count(zones, 'zone à ajouter', 'zones à ajouter')}.`,
  gatherMost: ({ most }: { most: number }) => `C’est trop d’un coup : sélectionnez au plus ${most} fiches.`,
  gatherDo: 'Grouper',
}
