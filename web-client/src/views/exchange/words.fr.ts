// What boards, imports and exports say.
import { counter } from '../../i18n/plural'

const count = counter('fr')

interface Going {
  cards: number
  zones: number
  links: number
  priorities: number
}

export default {
  files: 'Planches et fichiers',

  boards: 'Planches',
  here: 'affichée',
  show: ({ title }: { title: string }) => `Afficher « ${title} »`,
  addBoard: 'Nouvelle planche',
  boardTitle: 'Titre',
  titleLong: 'Ce titre est trop long.',
  add: 'Ajouter',
  cancel: 'Annuler',
  rename: 'Renommer',
  renameBoard: ({ title }: { title: string }) => `Renommer « ${title} »`,
  dropBoard: ({ title }: { title: string }) => `Supprimer « ${title} »`,
  dropAsk: ({ title }: { title: string }) => `Supprimer la planche « ${title} » ?`,
  dropWhat: ({ cards, zones, links, priorities }: Going) =>
    `Partent avec elle, pour tout le monde et sans retour : ${[
      count(cards, 'fiche', 'fiches'),
      count(zones, 'zone', 'zones'),
      count(links, 'lien', 'liens'),
      ...(priorities
        ? [count(priorities, 'priorisation et ses points', 'priorisations et leurs points')]
        : []),
    ].join(', ')}. Vous pouvez d’abord l’enregistrer dans un fichier.`,
  drop: 'Supprimer',
  lastBoard: 'La dernière planche ne peut pas être supprimée.',
  boardsFull: ({ most }: { most: number }) => `Un atelier a au plus ${most} planches.`,
  dropped: ({ title }: { title: string }) => `Planche « ${title} » supprimée.`,

  import: 'Importer',
  importTable: 'Un tableau (CSV)…',
  importTitle: 'Importer un tableau',
  importHelp: ({ title }: { title: string }) =>
    `Une ligne donne une fiche de la planche « ${title} ». Rien n’est écrit avant que vous l’ayez vu.`,
  choose: 'Choisir un fichier',
  dropHere: 'ou déposez-le ici',
  paste: 'Ou collez le tableau, avec sa ligne de titres',
  another: 'Prendre un autre tableau',
  unreadable: 'Ce fichier n’a pas pu être lu.',
  tooBig: ({ megabytes }: { megabytes: number }) => `Ce fichier dépasse ${megabytes} Mo.`,
  notText:
    'Ce fichier n’est pas un tableau en texte. Depuis un tableur, enregistrez-le au format CSV et réessayez.',
  noLines: 'Ce tableau n’a pas de ligne sous ses titres.',

  subject: 'Ce tableau décrit',
  subject_cards: 'des fiches',
  subject_territories: 'des territoires, sans fiche',
  delimiter: 'Séparateur',
  semicolon: 'Point-virgule',
  comma: 'Virgule',
  tab: 'Tabulation',
  allType: 'Type, quand la ligne n’en dit pas',
  noType: 'Aucun',
  zone: 'Poser',
  beside: 'À côté de ce qui est déjà là',
  inZone: ({ title }: { title: string }) => `Dans la zone « ${title} »`,
  columns: 'Colonnes',
  column: ({ name }: { name: string }) => `Colonne « ${name} »`,

  use_title: 'Titre',
  use_text: 'Texte',
  use_type: 'Type',
  use_objectives: 'Objectifs',
  use_territory: 'Territoire',
  use_departement: 'Département',
  use_kind: 'Nature du territoire',
  use_longitude: 'Longitude',
  use_latitude: 'Latitude',
  use_point: 'Point propre',
  use_tags: 'Mots-clés',
  use_color: 'Couleur',
  use_x: 'x',
  use_y: 'y',
  use_width: 'Largeur',
  use_height: 'Hauteur',
  use_zone: 'Zone',
  use_links: 'Liens',
  use_author: 'Personne autrice',
  use_category: 'Catégorie de la personne autrice',
  use_group: 'Groupe',
  use_points: 'Points',
  use_more: 'À la suite du texte',
  use_ignored: 'Laisser',
  yes: 'oui',

  noTitleColumn: 'Aucune colonne ne donne le titre : choisissez laquelle, ci-dessus.',
  preview: 'Les premières lignes',
  previewLine: 'Ligne',
  newTerritories: ({ n }: { n: number }) =>
    `${count(n, 'territoire nouveau sera ajouté', 'territoires nouveaux seront ajoutés')} à l’atelier.`,
  knownTerritories: ({ n }: { n: number }) =>
    `${count(n, 'territoire est déjà là', 'territoires sont déjà là')} : rien à faire.`,
  good: ({ n }: { n: number }) => `${count(n, 'ligne valable', 'lignes valables')}.`,
  wrong: ({ n }: { n: number }) =>
    `${count(n, 'ligne ne peut pas être importée', 'lignes ne peuvent pas être importées')}`,
  wrongLine: ({ line, why }: { line: number; why: string }) => `Ligne ${line} : ${why}.`,
  otherWrong: ({ n }: { n: number }) => `Et ${count(n, 'autre', 'autres')}, dans la liste à télécharger.`,
  saveWrong: 'Télécharger ces lignes avec leurs raisons',
  reason: 'Raison',
  over: ({ n, most }: { n: number; most: number }) =>
    `${count(n, 'ligne valable de plus reste', 'lignes valables de plus restent')} de côté : un import pose au plus ${most} fiches à la fois, dans la limite de ce que l’atelier peut encore prendre. Importez-les ensuite.`,
  saveOver: 'Télécharger les lignes laissées de côté',
  rest: 'suite de l’import',
  unread: ({ n, most }: { n: number; most: number }) =>
    `Le tableau est trop long : les ${most} premières lignes sont lues, ${count(n, 'ligne n’est pas lue', 'lignes ne sont pas lues')}.`,
  slow: ({ seconds }: { seconds: number }) =>
    `L’envoi prend environ ${seconds < 120 ? count(seconds, 'seconde', 'secondes') : count(Math.ceil(seconds / 60), 'minute', 'minutes')} ; vous pouvez continuer à travailler.`,
  doAll: ({ n }: { n: number }) =>
    n === 1 ? 'Importer la ligne' : `Importer les ${count(n, 'ligne', 'lignes')}`,
  doGood: ({ n, left }: { n: number; left: number }) =>
    `Importer ${n === 1 ? 'la ligne valable' : `les ${n} lignes valables`}, laisser ${left === 1 ? 'l’autre' : `les ${left} autres`}`,
  doneCards: ({ n }: { n: number }) => `${count(n, 'fiche importée', 'fiches importées')}.`,
  doneTerritories: ({ n }: { n: number }) => `${count(n, 'territoire ajouté', 'territoires ajoutés')}.`,
  undo: 'Annuler l’import',

  why_cells: ({ value }: { value: string }) => `plus de cases que de colonnes (« ${value} »)`,
  why_control: ({ value }: { value: string }) => `un caractère invisible interdit (« ${value} »)`,
  why_noTitle: 'pas de titre',
  why_titleLong: ({ max }: { max: number }) => `le titre dépasse ${max} octets`,
  why_textLong: ({ max }: { max: number }) => `le texte dépasse ${max} octets`,
  why_tagsLong: ({ max }: { max: number }) => `les mots-clés dépassent ${max} octets`,
  why_territoryLong: 'le nom, la nature ou le code du territoire est trop long',
  why_type: ({ value }: { value: string }) => `type inconnu « ${value} »`,
  why_objective: ({ value }: { value: string }) => `objectif inconnu « ${value} »`,
  why_territory: ({ value }: { value: string }) =>
    `territoire inconnu « ${value} », sans coordonnées pour l’ajouter`,
  why_territoriesFull: ({ value }: { value: string }) =>
    `plus de place pour le territoire « ${value} » dans cet import ou cet atelier`,
  why_coordinates: ({ value }: { value: string }) => `coordonnées absentes ou hors du monde (« ${value} »)`,
  why_position: ({ value }: { value: string }) => `place ou taille hors de la planche (« ${value} »)`,

  fromFile: 'Une planche depuis un fichier…',
  fromFileTitle: 'Nouvelle planche depuis un fichier',
  fromFileHelp: 'Un fichier de planche ou un modèle enregistré ici ou dans un autre atelier (.json).',
  fileHas: ({ cards, zones, links, priorities: _ }: Going) =>
    `${count(cards, 'fiche', 'fiches')}, ${count(zones, 'zone', 'zones')}, ${count(links, 'lien', 'liens')}.`,
  linksLeft: ({ n, where }: { n: number; where: string }) =>
    `${count(n, 'lien mène à une fiche qui n’est pas dans le fichier ; il est laissé', 'liens mènent à des fiches qui ne sont pas dans le fichier ; ils sont laissés')} de côté : ${where}.`,
  create: 'Créer la planche',
  created: ({ title }: { title: string }) => `Planche « ${title} » créée.`,
  bad_notJson: 'Ce fichier n’est pas une planche : ce n’est pas du JSON.',
  bad_notOurs: 'Ce fichier n’est pas une planche d’Archipel.',
  bad_newer: ({ version }: { version: number }) =>
    `Ce fichier vient d’une version plus récente d’Archipel (format ${version}). Mettez le serveur à jour pour le lire.`,
  bad_broken: ({ where }: { where: string }) =>
    `Ce fichier est abîmé : « ${where} » manque ou dépasse ce qu’une planche admet. Rien n’a été créé.`,
  bad_many: ({ where, most }: { where: string; most: number }) =>
    `Ce fichier a trop d’éléments dans « ${where} » : au plus ${most}.`,
  noRoom: ({ kind, room }: { kind: string; room: number }) =>
    `L’atelier n’a plus assez de place pour ${kind} de ce fichier : il en reste ${room}.`,
  kind_board: 'la planche',
  kind_zone: 'les zones',
  kind_card: 'les fiches',
  kind_link: 'les liens',
  kind_card_type: 'les types de fiche',
  kind_link_type: 'les types de lien',
  kind_objective: 'les objectifs',
  kind_territory: 'les territoires',

  export: 'Exporter',
  exportOf: ({ title }: { title: string }) => `Planche « ${title} »`,
  exportReport: 'Compte rendu (page)',
  exportReportHelp: 'À lire et à imprimer : consigne, image, priorités, fiches par zone, liens, personnes.',
  exportReportText: 'Compte rendu (ODT)',
  exportReportTextHelp: 'Le même, pour LibreOffice ou Word.',
  exportCsv: 'Tableau (CSV)',
  exportCsvHelp: 'Pour un tableur ; se réimporte.',
  exportGeojson: 'Carte (GeoJSON)',
  exportGeojsonHelp: 'Pour uMap ou GoGoCarto : les fiches qui ont un lieu.',
  exportBoard: 'Planche (JSON)',
  exportBoardHelp: 'Toute la planche, à rouvrir ici ou dans un autre atelier. Ne dit rien des personnes.',
  exportTemplate: 'Enregistrer cette planche comme modèle',
  exportTemplateHelp: 'Ses zones, ses types et sa consigne, sans les fiches.',
  exportPicture: 'Image',
  what: 'Montrer',
  whole: 'Toute la planche',
  seen: 'Ce qui est à l’écran',
  svg: 'Image SVG',
  png: 'Image PNG',
  saved: ({ name }: { name: string }) => `Fichier « ${name} » enregistré.`,
  savedMap: ({ name, placed, left }: { name: string; placed: number; left: number }) =>
    `Fichier « ${name} » enregistré : ${count(placed, 'fiche placée', 'fiches placées')}${
      left ? `, ${count(left, 'fiche sans lieu laissée', 'fiches sans lieu laissées')} de côté` : ''
    }.`,
  savedBoard: ({ name, left }: { name: string; left: number }) =>
    `Fichier « ${name} » enregistré${
      left ? `, sans ${count(left, 'fiche réservée à certains', 'fiches réservées à certains')}` : ''
    }.`,
  noPlaced: 'Aucune fiche de cette planche n’a de lieu.',
  noPicture: 'L’image n’a pas pu être faite sur cet appareil.',
}
