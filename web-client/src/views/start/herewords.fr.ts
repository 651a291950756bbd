// The workshops that this device is in, and leaving one.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  here: 'Vos ateliers sur cet appareil',
  hereAs: ({ name }: { name: string }) => `en tant que ${name}`,
  untitled: 'Atelier',
  leave: 'Quitter sur cet appareil',
  leaveTitle: ({ title }: { title: string }) => `Quitter « ${title} » sur cet appareil ?`,
  leaveText:
    'Il oublie vos clés et vos brouillons. Ce que vous avez écrit reste dans l’atelier. Pour revenir sous le même nom, gardez votre lien personnel (« Continuer sur mon téléphone »).',
  leaveUnsent: ({ n }: { n: number }) =>
    n === 1
      ? 'Une contribution ou un brouillon n’est pas parti : ce sera perdu.'
      : `${count(n, 'contribution ou brouillon', 'contributions ou brouillons')} ne sont pas partis : ce sera perdu.`,
  leaveGo: 'Quitter et oublier',
  left: ({ title }: { title: string }) => `Cet appareil a oublié « ${title} ».`,
}
