// Written by protocol/generate.mjs from protocol/schema; do not edit.
import type { Close } from './protocol'

export const closes: Record<Close, string> = {
  going_away: 'Le serveur redémarre ; reconnexion…',
  too_big: 'Un message dépassait la taille permise.',
  bad_message: 'Le serveur n’a pas compris un message de cette page. Rechargez-la.',
  wrong_version: 'Cette page date d’une autre version d’Archipel. Rechargez-la.',
  unknown_workshop: 'Cet atelier n’existe pas sur ce serveur. Vérifiez l’adresse.',
  unknown_key: 'Ce lien n’est pas valable, ou ne l’est plus. Demandez-en un autre à l’animation.',
  revoked: 'Votre accès a été retiré par l’animation.',
  no_hello: 'La connexion est restée muette trop longtemps ; reconnexion…',
  silent: 'Le serveur n’entendait plus cette page ; reconnexion…',
  too_slow: 'Le réseau ne suivait plus ; la page se remet à jour…',
  elsewhere: 'Vous avez ouvert l’atelier dans trop d’onglets ; celui-ci s’arrête.',
  unavailable: 'Le serveur n’atteint pas ses données ; nouvelle tentative…',
  damaged: 'Les données de cet atelier sont endommagées. Prévenez la personne qui tient le serveur.',
  full: 'Le serveur est complet pour le moment ; nouvelle tentative…',
  outdated: 'Cet atelier est tenu par une version plus récente d’Archipel que ce serveur ; nouvelle tentative…',
  unknown_code: 'Ce code n’ouvre rien, ou plus. Vérifiez les six lettres ; sinon, scannez le code carré ou demandez le lien à l’animation.',
}
