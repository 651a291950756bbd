/* The key file is made only where there is none, and written through before the key is used: of
 * two servers that start at once neither overwrites the other's, and none uses a key that a fall
 * would lose. */
#include "cli/keys.h"

#include <errno.h>
#include <fcntl.h>
#include <qrencode.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool write_key(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return false;
    size_t length = strlen(text);
    bool written = write(file, text, length) == (ssize_t)length && write(file, "\n", 1) == 1 &&
                   fsync(file) == 0;
    return close(file) == 0 && written;
}

static bool make_key(const char *path, struct secret *key)
{
    char text[SECRET_TEXT_BYTES];
    *key = secret_random();
    secret_to_text(key, text);
    return write_key(path, text);
}

bool keys_organiser(const char *path, struct secret *key, char *problem, size_t problem_bytes)
{
    FILE *file = fopen(path, "re");
    if (!file && errno == ENOENT && make_key(path, key)) return true;
    if (!file) file = fopen(path, "re"); /* somebody else has just made it */
    if (!file) {
        snprintf(problem, problem_bytes, "--organiser-key: \"%s\" can be neither read nor made: %s",
                 path, strerror(errno));
        return false;
    }
    char text[SECRET_TEXT_BYTES + 2] = "";
    if (fgets(text, sizeof text, file)) text[strcspn(text, "\r\n")] = '\0';
    fclose(file);
    if (secret_from_text(key, text)) return true;
    snprintf(problem, problem_bytes,
             "--organiser-key: \"%s\" does not hold a key: one line of 43 letters, digits, - and _",
             path);
    return false;
}

static const char *label_of(enum role role)
{
    switch (role) {
    case ROLE_PARTICIPANT: return "participant";
    case ROLE_FACILITATOR: return "facilitator";
    case ROLE_SCREEN: return "screen";
    case ROLE_ANIMATOR:
    case ROLE_ORGANISER: break;
    }
    return "animator";
}

struct secret keys_of_link(const struct secret *organiser, uint64_t workshop, enum role role,
                           uint64_t number)
{
    if (role == ROLE_ANIMATOR) return secret_derive(organiser, "animator", workshop, number);
    struct secret animator = secret_derive(organiser, "animator", workshop, 1);
    return secret_derive(&animator, label_of(role), workshop, number);
}

void keys_workshop_text(uint64_t workshop, char text[WORKSHOP_TEXT_BYTES])
{
    char reversed[WORKSHOP_TEXT_BYTES];
    size_t length = 0;
    do {
        reversed[length++] = "0123456789abcdefghijklmnopqrstuvwxyz"[workshop % 36];
        workshop /= 36;
    } while (workshop);
    for (size_t i = 0; i < length; i++) text[i] = reversed[length - 1 - i];
    text[length] = '\0';
}

bool keys_workshop_id(const char *text, uint64_t *workshop)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    *workshop = 0;
    for (const char *at = text; *at; at++) {
        const char *digit = strchr(digits, *at);
        if (!digit || *workshop >= UINT64_C(1) << 53) return false;
        *workshop = *workshop * 36 + (uint64_t)(digit - digits);
    }
    return *workshop && *workshop < UINT64_C(1) << 53;
}

void keys_link(const char *public_url, uint64_t workshop, const struct secret *key,
               const struct secret *shown, char link[LINK_TEXT_BYTES])
{
    char id[WORKSHOP_TEXT_BYTES], text[SECRET_TEXT_BYTES], also[SECRET_TEXT_BYTES] = "";
    keys_workshop_text(workshop, id);
    secret_to_text(key, text);
    if (shown) secret_to_text(shown, also);
    int length = (int)strcspn(public_url, "?#");
    while (length && public_url[length - 1] == '/') length--;
    snprintf(link, LINK_TEXT_BYTES, "%.*s%s%s#%s%s%s", length, public_url, workshop ? "/a/" : "/",
             workshop ? id : "", text, shown ? "." : "", also);
}

static bool is_dark(const QRcode *code, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
    return inside && code->data[y * code->width + x] & 1;
}

void keys_print_qr(const char *link)
{
    enum { MARGIN = 2 };
    static const char *const blocks[] = {"█", "▀", "▄", " "}; /* light on a dark terminal */
    QRcode *code = QRcode_encodeString8bit(link, 0, QR_ECLEVEL_M);
    if (!code) return;
    for (int y = -MARGIN; y < code->width + MARGIN; y += 2) {
        for (int x = -MARGIN; x < code->width + MARGIN; x++)
            fputs(blocks[(is_dark(code, x, y) ? 2 : 0) | (is_dark(code, x, y + 1) ? 1 : 0)],
                  stdout);
        putchar('\n');
    }
    QRcode_free(code);
}
