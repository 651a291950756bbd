// A choice that is tried before it is confirmed.
export default {
  hint: 'Les flèches essaient, Entrée valide, Échap revient.',
  confirm: 'Valider',
  back: ({ label, value }: { label: string; value: string }) => `${label} : inchangé, ${value}.`,
}
