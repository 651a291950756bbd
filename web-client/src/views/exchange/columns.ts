// What the columns of a table are for, told by their names in French or English. Pure.
import { fold } from '../parts/fold'

export const fields = [
  'title',
  'text',
  'type',
  'objectives',
  'territory',
  'departement',
  'kind',
  'longitude',
  'latitude',
  'point',
  'tags',
  'color',
  'x',
  'y',
  'width',
  'height',
] as const
export type Field = (typeof fields)[number]

/** `more` goes to the end of the text under its column's name; `ignored` goes nowhere. */
export type Use = Field | 'more' | 'ignored'

/** Of a table: its cards, or the places that cards may be about. */
export type Subject = 'cards' | 'territories'

const names: Readonly<Record<Field | 'ignored', readonly string[]>> = {
  title: ['title', 'titre', 'name', 'nom', 'intitule', 'fiche', 'card', 'projet', 'organisation'],
  text: ['text', 'texte', 'description', 'contenu', 'content', 'resume', 'details', 'detail'],
  type: ['type', 'typedefiche', 'cardtype', 'typeoffiche'],
  objectives: ['objectives', 'objectifs', 'objective', 'objectif'],
  territory: ['territory', 'territoire', 'commune', 'lieu', 'ville', 'place'],
  departement: ['departement', 'dept', 'dep', 'codedepartement', 'department', 'code'],
  kind: ['kind', 'nature', 'natureduterritoire', 'kindofterritory'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
  latitude: ['latitude', 'lat'],
  point: ['point', 'pointpropre', 'pinned', 'ownpoint'],
  tags: [
    'tags',
    'tag',
    'motscles',
    'motcle',
    'keywords',
    'etiquettes',
    'category',
    'categorie',
    'categories',
  ],
  color: ['color', 'colour', 'couleur'],
  x: ['x'],
  y: ['y'],
  width: ['width', 'largeur'],
  height: ['height', 'hauteur'],
  ignored: [
    'author',
    'auteur',
    'auteurice',
    'personneautrice',
    'group',
    'groupe',
    'points',
    'zone',
    'links',
    'liens',
    'categoriedelapersonneautrice',
    'authorscategory',
    'id',
    'ligne',
    'line',
    'raison',
    'reason',
  ],
}

/** Only letters and digits, without accents. */
export function plainName(header: string): string {
  return fold(header).replace(/[^a-z0-9]/g, '')
}

/** What each column is most likely for. A field takes one column, but tags may take several. */
export function guessUses(headers: readonly string[]): Use[] {
  const taken = new Set<Use>()
  const uses = headers.map((header) => {
    const use = useOf(header)
    if (use === 'tags' || use === 'ignored' || !taken.has(use)) {
      taken.add(use)
      return use
    }
    return 'more'
  })
  return withoutStrayKind(uses)
}

function useOf(header: string): Use {
  const name = plainName(header)
  const found = Object.entries(names).find(([, known]) => known.includes(name))
  return (found?.[0] ?? (name ? 'more' : 'ignored')) as Use
}

/** Nature and code are of a territory only where the table says where territories are. */
function withoutStrayKind(uses: readonly Use[]): Use[] {
  if (uses.includes('longitude') && uses.includes('latitude')) return [...uses]
  return uses.map((use) => (use === 'kind' ? 'more' : use))
}

/** For cards, nature and code are read with the territory they tell of; without one, they are words like any other. */
export function usesFor(subject: Subject, uses: readonly Use[]): readonly Use[] {
  if (subject === 'territories' || uses.includes('territory')) return uses
  return uses.map((use) => (use === 'kind' || use === 'departement' ? 'more' : use))
}

/** A table of names with their coordinates and nature is about places. */
export function guessSubject(uses: readonly Use[]): Subject {
  const has = (...wanted: Use[]) => wanted.every((use) => uses.includes(use))
  const ofCards = uses.some((use) => use === 'text' || use === 'type' || use === 'objectives' || use === 'x')
  return has('title', 'longitude', 'latitude') && (has('kind') || has('departement')) && !ofCards
    ? 'territories'
    : 'cards'
}

/** The icon of the type that a table most likely tells of when it says none: names with their categories are
 * actors, names with objectives are projects. */
export function guessIcon(headers: readonly string[]): 'actor' | 'project' | undefined {
  const plain = headers.map(plainName)
  const has = (...names: string[]) => plain.some((name) => names.includes(name))
  if (has('category', 'categorie')) return 'actor'
  return has('objectives', 'objectifs') ? 'project' : undefined
}
