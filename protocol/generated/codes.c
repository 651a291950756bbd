/* Written by protocol/generate.mjs from protocol/schema; do not edit. */
#include "protocol/generated/codes.h"

const char *refusal_name(enum refusal refusal)
{
    switch (refusal) {
    case REFUSAL_NONE:
        return "none";
    case REFUSAL_NOT_ALLOWED:
        return "not_allowed";
    case REFUSAL_NOT_JOINED:
        return "not_joined";
    case REFUSAL_WORKSHOP_CLOSED:
        return "workshop_closed";
    case REFUSAL_BOARD_LOCKED:
        return "board_locked";
    case REFUSAL_UNKNOWN_RECORD:
        return "unknown_record";
    case REFUSAL_ID_TAKEN:
        return "id_taken";
    case REFUSAL_FIELD_MISSING:
        return "field_missing";
    case REFUSAL_FIELD_TOO_LONG:
        return "field_too_long";
    case REFUSAL_FIELD_OUT_OF_RANGE:
        return "field_out_of_range";
    case REFUSAL_FIELD_EMPTY:
        return "field_empty";
    case REFUSAL_FIELD_NOT_TEXT:
        return "field_not_text";
    case REFUSAL_FIELD_CONTROL_CHARACTER:
        return "field_control_character";
    case REFUSAL_FIELD_WRONG_KIND:
        return "field_wrong_kind";
    case REFUSAL_TOO_MANY:
        return "too_many";
    case REFUSAL_PERSON_TAKEN:
        return "person_taken";
    case REFUSAL_ALREADY_JOINED:
        return "already_joined";
    case REFUSAL_SAME_CARD:
        return "same_card";
    case REFUSAL_LINK_EXISTS:
        return "link_exists";
    case REFUSAL_OTHER_BOARD:
        return "other_board";
    case REFUSAL_ALREADY_REVOKED:
        return "already_revoked";
    case REFUSAL_LAST_ANIMATOR:
        return "last_animator";
    case REFUSAL_UNKNOWN_TEMPLATE:
        return "unknown_template";
    case REFUSAL_WORKSHOP_EXISTS:
        return "workshop_exists";
    case REFUSAL_ROLL_EMPTY:
        return "roll_empty";
    case REFUSAL_ROLL_NO_NAME_COLUMN:
        return "roll_no_name_column";
    case REFUSAL_ROLL_BAD_LINE:
        return "roll_bad_line";
    case REFUSAL_ROLL_NO_NAME:
        return "roll_no_name";
    case REFUSAL_ROLL_FIELD_TOO_LONG:
        return "roll_field_too_long";
    case REFUSAL_ROLL_UNKNOWN_CATEGORY:
        return "roll_unknown_category";
    case REFUSAL_ROLL_TOO_LONG:
        return "roll_too_long";
    case REFUSAL_JOURNAL_UNAVAILABLE:
        return "journal_unavailable";
    case REFUSAL_FIELD_UNKNOWN:
        return "field_unknown";
    case REFUSAL_NOT_YOURS:
        return "not_yours";
    case REFUSAL_PRIVATE_LINK:
        return "private_link";
    case REFUSAL_CARD_LOCKED:
        return "card_locked";
    case REFUSAL_ZONE_LOCKED:
        return "zone_locked";
    case REFUSAL_LAST_BOARD:
        return "last_board";
    case REFUSAL_BUDGET_SPENT:
        return "budget_spent";
    case REFUSAL_PRIORITY_CLOSED:
        return "priority_closed";
    case REFUSAL_NOT_VEILED:
        return "not_veiled";
    case REFUSAL_FORGOTTEN:
        return "forgotten";
    case REFUSAL_BAD_CODE:
        return "bad_code";
    case REFUSAL_NOT_WAITING:
        return "not_waiting";
    case REFUSAL_AUTHOR_GONE:
        return "author_gone";
    case REFUSAL_SHARE_SPENT:
        return "share_spent";
    case REFUSAL_LINK_USED_UP:
        return "link_used_up";
    }
    return "?";
}

const char *close_name(enum close_code code)
{
    switch (code) {
    case CLOSE_GOING_AWAY:
        return "going_away";
    case CLOSE_TOO_BIG:
        return "too_big";
    case CLOSE_BAD_MESSAGE:
        return "bad_message";
    case CLOSE_WRONG_VERSION:
        return "wrong_version";
    case CLOSE_UNKNOWN_WORKSHOP:
        return "unknown_workshop";
    case CLOSE_UNKNOWN_KEY:
        return "unknown_key";
    case CLOSE_REVOKED:
        return "revoked";
    case CLOSE_NO_HELLO:
        return "no_hello";
    case CLOSE_SILENT:
        return "silent";
    case CLOSE_TOO_SLOW:
        return "too_slow";
    case CLOSE_ELSEWHERE:
        return "elsewhere";
    case CLOSE_UNAVAILABLE:
        return "unavailable";
    case CLOSE_DAMAGED:
        return "damaged";
    case CLOSE_FULL:
        return "full";
    case CLOSE_OUTDATED:
        return "outdated";
    case CLOSE_UNKNOWN_CODE:
        return "unknown_code";
    }
    return "?";
}

const char *refusal_sentence(enum refusal refusal, enum language language)
{
    switch (refusal) {
    case REFUSAL_NONE:
        return "";
    case REFUSAL_NOT_ALLOWED:
        return language == LANGUAGE_EN ? "Your role does not allow this." : "Votre rôle ne permet pas cette action.";
    case REFUSAL_NOT_JOINED:
        return language == LANGUAGE_EN ? "Join the workshop first: give your name." : "Entrez d'abord dans l'atelier : donnez votre nom.";
    case REFUSAL_WORKSHOP_CLOSED:
        return language == LANGUAGE_EN ? "The workshop is closed: it can be read, no longer changed." : "L'atelier est clos : il se lit, il ne se modifie plus.";
    case REFUSAL_BOARD_LOCKED:
        return language == LANGUAGE_EN ? "The animators have locked this board." : "La planche est verrouillée par l'animation.";
    case REFUSAL_UNKNOWN_RECORD:
        return language == LANGUAGE_EN ? "What {field} names is not there, or no longer." : "Ce que désigne {field} n'existe pas ou plus.";
    case REFUSAL_ID_TAKEN:
        return language == LANGUAGE_EN ? "The id of {field} is already taken." : "L'identifiant de {field} est déjà pris.";
    case REFUSAL_FIELD_MISSING:
        return language == LANGUAGE_EN ? "{field} is missing." : "Il manque {field}.";
    case REFUSAL_FIELD_TOO_LONG:
        return language == LANGUAGE_EN ? "Too long: {field} may not exceed {limit} bytes." : "Trop long : {field} ne peut dépasser {limit} octets.";
    case REFUSAL_FIELD_OUT_OF_RANGE:
        return language == LANGUAGE_EN ? "Out of range: {field} goes up to {limit}." : "Hors limites : {field} va jusqu'à {limit}.";
    case REFUSAL_FIELD_EMPTY:
        return language == LANGUAGE_EN ? "Empty: {field} must be filled in." : "Vide : {field} doit être rempli.";
    case REFUSAL_FIELD_NOT_TEXT:
        return language == LANGUAGE_EN ? "Unreadable: {field} is not UTF-8 text." : "Illisible : {field} n'est pas du texte UTF-8.";
    case REFUSAL_FIELD_CONTROL_CHARACTER:
        return language == LANGUAGE_EN ? "Forbidden character: {field} contains an invisible character, for control or for the direction of writing. Type that part again." : "Caractère interdit : {field} contient un caractère invisible, de commande ou de sens d'écriture. Retapez ce passage.";
    case REFUSAL_FIELD_WRONG_KIND:
        return language == LANGUAGE_EN ? "Unexpected value: {field} is of the wrong kind." : "Valeur inattendue : {field} n'est pas du bon type.";
    case REFUSAL_TOO_MANY:
        return language == LANGUAGE_EN ? "Full: the workshop takes at most {limit} of these." : "Complet : l'atelier accepte au plus {limit} éléments de ce type.";
    case REFUSAL_PERSON_TAKEN:
        return language == LANGUAGE_EN ? "Somebody has already come in under this name. If it was you, use your personal link, or ask an animator to free the line." : "Quelqu'un est déjà entré sous ce nom. Si c'est vous, reprenez votre lien personnel ou demandez à l'animation de libérer la ligne.";
    case REFUSAL_ALREADY_JOINED:
        return language == LANGUAGE_EN ? "You are in the workshop already." : "Vous êtes déjà dans l'atelier.";
    case REFUSAL_SAME_CARD:
        return language == LANGUAGE_EN ? "A link joins two different cards." : "Un lien relie deux fiches différentes.";
    case REFUSAL_LINK_EXISTS:
        return language == LANGUAGE_EN ? "These two cards are already linked this way." : "Ces deux fiches sont déjà liées dans ce sens.";
    case REFUSAL_OTHER_BOARD:
        return language == LANGUAGE_EN ? "The two cards are not on the same board." : "Les deux fiches ne sont pas sur la même planche.";
    case REFUSAL_ALREADY_REVOKED:
        return language == LANGUAGE_EN ? "This access link was revoked already." : "Ce lien d'accès était déjà révoqué.";
    case REFUSAL_LAST_ANIMATOR:
        return language == LANGUAGE_EN ? "At least one animator link must keep working." : "Il faut garder au moins un lien d'animation valable.";
    case REFUSAL_UNKNOWN_TEMPLATE:
        return language == LANGUAGE_EN ? "There is no such template." : "Ce modèle n'existe pas.";
    case REFUSAL_WORKSHOP_EXISTS:
        return language == LANGUAGE_EN ? "This workshop exists already." : "Cet atelier existe déjà.";
    case REFUSAL_ROLL_EMPTY:
        return language == LANGUAGE_EN ? "The roll contains nobody." : "La liste d'inscription ne contient aucune personne.";
    case REFUSAL_ROLL_NO_NAME_COLUMN:
        return language == LANGUAGE_EN ? "Line {line}: a column “name” (or “nom”) is needed." : "Ligne {line} : il faut une colonne « nom » (ou « name »).";
    case REFUSAL_ROLL_BAD_LINE:
        return language == LANGUAGE_EN ? "Line {line}: a quote that never closes, or unreadable text." : "Ligne {line} : guillemet jamais refermé, ou texte illisible.";
    case REFUSAL_ROLL_NO_NAME:
        return language == LANGUAGE_EN ? "Line {line}: the person has no name." : "Ligne {line} : la personne n'a pas de nom.";
    case REFUSAL_ROLL_FIELD_TOO_LONG:
        return language == LANGUAGE_EN ? "Line {line}: a field exceeds {limit} bytes." : "Ligne {line} : un champ dépasse {limit} octets.";
    case REFUSAL_ROLL_UNKNOWN_CATEGORY:
        return language == LANGUAGE_EN ? "Line {line}: an actor category that this template does not know." : "Ligne {line} : catégorie d'acteur inconnue de ce modèle.";
    case REFUSAL_ROLL_TOO_LONG:
        return language == LANGUAGE_EN ? "Line {line}: the roll exceeds {limit} people." : "Ligne {line} : la liste dépasse {limit} personnes.";
    case REFUSAL_JOURNAL_UNAVAILABLE:
        return language == LANGUAGE_EN ? "The server cannot save right now. Try again." : "Le serveur ne peut pas enregistrer en ce moment. Réessayez.";
    case REFUSAL_FIELD_UNKNOWN:
        return language == LANGUAGE_EN ? "A field was sent that this command does not have." : "Un champ envoyé n'existe pas dans cette commande.";
    case REFUSAL_NOT_YOURS:
        return language == LANGUAGE_EN ? "You can only change what is yours." : "Vous ne pouvez modifier que ce qui est à vous.";
    case REFUSAL_PRIVATE_LINK:
        return language == LANGUAGE_EN ? "These two cards are not seen by the same people: they cannot be linked." : "Ces deux fiches ne sont pas visibles des mêmes personnes : elles ne peuvent pas être liées.";
    case REFUSAL_CARD_LOCKED:
        return language == LANGUAGE_EN ? "The animators have locked this card." : "Cette fiche est verrouillée par l'animation.";
    case REFUSAL_ZONE_LOCKED:
        return language == LANGUAGE_EN ? "The animators have locked this zone." : "Cette zone est verrouillée par l'animation.";
    case REFUSAL_LAST_BOARD:
        return language == LANGUAGE_EN ? "At least one board must stay." : "Il faut garder au moins une planche.";
    case REFUSAL_BUDGET_SPENT:
        return language == LANGUAGE_EN ? "{limit} points are left to spread." : "Il reste {limit} points à répartir.";
    case REFUSAL_PRIORITY_CLOSED:
        return language == LANGUAGE_EN ? "This prioritisation is closed." : "Cette priorisation est close.";
    case REFUSAL_NOT_VEILED:
        return language == LANGUAGE_EN ? "Nothing is veiled on this board." : "Rien n'est voilé sur cette planche.";
    case REFUSAL_FORGOTTEN:
        return language == LANGUAGE_EN ? "This page has been open for too long. Reload it, see whether this contribution has arrived, and make it again if not." : "Cette page est ouverte depuis trop longtemps. Rechargez-la, regardez si cette contribution est arrivée, et refaites-la sinon.";
    case REFUSAL_BAD_CODE:
        return language == LANGUAGE_EN ? "A short code has six letters, out of B C D F H J K L M N P R S T V W X Z." : "Un code court a six lettres, parmi B C D F H J K L M N P R S T V W X Z.";
    case REFUSAL_NOT_WAITING:
        return language == LANGUAGE_EN ? "This card does not wait any more." : "Cette fiche n'attend plus.";
    case REFUSAL_AUTHOR_GONE:
        return language == LANGUAGE_EN ? "Whoever wrote this card is not here any more." : "Qui a écrit cette fiche n'est plus là.";
    case REFUSAL_SHARE_SPENT:
        return language == LANGUAGE_EN ? "That is the limit for one person: {limit} at most. Take some off, or ask the animators." : "C'est la limite pour une seule personne : {limit} au plus. Retirez-en, ou demandez à l'animation.";
    case REFUSAL_LINK_USED_UP:
        return language == LANGUAGE_EN ? "This link lets nobody in any more: all its places are taken ({limit}). Ask the animators for another." : "Ce lien ne fait plus entrer personne : toutes ses places sont prises ({limit}). Demandez-en un autre à l'animation.";
    }
    return "?";
}

const char *close_sentence(enum close_code code, enum language language)
{
    switch (code) {
    case CLOSE_GOING_AWAY:
        return language == LANGUAGE_EN ? "The server is restarting; reconnecting…" : "Le serveur redémarre ; reconnexion…";
    case CLOSE_TOO_BIG:
        return language == LANGUAGE_EN ? "A message exceeded the allowed size." : "Un message dépassait la taille permise.";
    case CLOSE_BAD_MESSAGE:
        return language == LANGUAGE_EN ? "The server did not understand a message of this page. Reload it." : "Le serveur n'a pas compris un message de cette page. Rechargez-la.";
    case CLOSE_WRONG_VERSION:
        return language == LANGUAGE_EN ? "This page belongs to another version of Archipel. Reload it." : "Cette page date d'une autre version d'Archipel. Rechargez-la.";
    case CLOSE_UNKNOWN_WORKSHOP:
        return language == LANGUAGE_EN ? "There is no such workshop on this server. Check the address." : "Cet atelier n'existe pas sur ce serveur. Vérifiez l'adresse.";
    case CLOSE_UNKNOWN_KEY:
        return language == LANGUAGE_EN ? "This link does not work, or no longer does. Ask the animators for another." : "Ce lien n'est pas valable, ou ne l'est plus. Demandez-en un autre à l'animation.";
    case CLOSE_REVOKED:
        return language == LANGUAGE_EN ? "An animator has withdrawn your access." : "Votre accès a été retiré par l'animation.";
    case CLOSE_NO_HELLO:
        return language == LANGUAGE_EN ? "The connection stayed silent for too long; reconnecting…" : "La connexion est restée muette trop longtemps ; reconnexion…";
    case CLOSE_SILENT:
        return language == LANGUAGE_EN ? "The server no longer heard this page; reconnecting…" : "Le serveur n'entendait plus cette page ; reconnexion…";
    case CLOSE_TOO_SLOW:
        return language == LANGUAGE_EN ? "The network could not keep up; the page is catching up…" : "Le réseau ne suivait plus ; la page se remet à jour…";
    case CLOSE_ELSEWHERE:
        return language == LANGUAGE_EN ? "You opened the workshop in too many tabs; this one stops." : "Vous avez ouvert l'atelier dans trop d'onglets ; celui-ci s'arrête.";
    case CLOSE_UNAVAILABLE:
        return language == LANGUAGE_EN ? "The server cannot reach its data; trying again…" : "Le serveur n'atteint pas ses données ; nouvelle tentative…";
    case CLOSE_DAMAGED:
        return language == LANGUAGE_EN ? "This workshop's data is damaged. Tell whoever runs the server." : "Les données de cet atelier sont endommagées. Prévenez la personne qui tient le serveur.";
    case CLOSE_FULL:
        return language == LANGUAGE_EN ? "The server is full for now; trying again…" : "Le serveur est complet pour le moment ; nouvelle tentative…";
    case CLOSE_OUTDATED:
        return language == LANGUAGE_EN ? "This workshop is served by a newer version of Archipel than this server; trying again…" : "Cet atelier est tenu par une version plus récente d'Archipel que ce serveur ; nouvelle tentative…";
    case CLOSE_UNKNOWN_CODE:
        return language == LANGUAGE_EN ? "This code opens nothing, or no longer. Check the six letters; else scan the square code, or ask the animators for the link." : "Ce code n'ouvre rien, ou plus. Vérifiez les six lettres ; sinon, scannez le code carré ou demandez le lien à l'animation.";
    }
    return "?";
}

bool close_again(enum close_code code)
{
    switch (code) {
    case CLOSE_GOING_AWAY:
        return true;
    case CLOSE_TOO_BIG:
        return false;
    case CLOSE_BAD_MESSAGE:
        return false;
    case CLOSE_WRONG_VERSION:
        return false;
    case CLOSE_UNKNOWN_WORKSHOP:
        return false;
    case CLOSE_UNKNOWN_KEY:
        return false;
    case CLOSE_REVOKED:
        return false;
    case CLOSE_NO_HELLO:
        return true;
    case CLOSE_SILENT:
        return true;
    case CLOSE_TOO_SLOW:
        return true;
    case CLOSE_ELSEWHERE:
        return false;
    case CLOSE_UNAVAILABLE:
        return true;
    case CLOSE_DAMAGED:
        return false;
    case CLOSE_FULL:
        return true;
    case CLOSE_OUTDATED:
        return true;
    case CLOSE_UNKNOWN_CODE:
        return false;
    }
    return false;
}
