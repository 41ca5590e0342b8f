/** The journal of administrators. */
export const audit = {
  title: "Journal",
  lead: "Connexions, refus, changements, fichiers pris par les équipes et changements de comptes. Le journal ne fait que s’allonger : personne ne peut y changer une ligne.",
  retention:
    "Les connexions, refus et fichiers sont gardés un an au moins ; l’exploitant de la base peut ensuite les effacer. Les changements restent tant que la fiche existe. D’une adresse, seule la première moitié est gardée.",
  kind: "Nature",
  anyKind: "Toutes",
  kindOf: {
    signed_in: "Connexion",
    password_proved: "Mot de passe juste, code attendu",
    sign_in_failed: "Connexion refusée",
    sign_in_slowed: "Connexion ralentie",
    refused: "Action refusée",
    exported: "Fichier pris",
    changed: "Changement",
    account: "Changement de compte",
  },
  person: "Personne",
  anyone: "Toutes",
  unknown: "compte inconnu ({account})",
  day: "Jour",
  submit: "Filtrer",
  total: "{count, plural, =0 {Aucune ligne} one {# ligne} other {# lignes}}",
  at: "Quand",
  who: "Qui",
  network: "D’où",
  networkOf: { loopback: "cette machine", private: "réseau privé", unknown: "inconnu" },
  detail: "Quoi",
  download: "Télécharger ces lignes (CSV)",
};
export type AuditMessages = typeof audit;
