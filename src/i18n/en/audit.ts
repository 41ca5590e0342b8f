import type { AuditMessages } from "../fr/audit";

export const audit: AuditMessages = {
  title: "Audit trail",
  lead: "Sign-ins, refusals, changes, files that staff took and changes of accounts. The trail only grows: nobody can change a line of it.",
  retention:
    "Sign-ins, refusals and files are kept for a year at least; whoever runs the database may then erase them. Changes stay as long as the entry. Of an address only the first half is kept.",
  kind: "Kind",
  anyKind: "All",
  kindOf: {
    signed_in: "Sign-in",
    password_proved: "Right password, code awaited",
    sign_in_failed: "Sign-in refused",
    sign_in_slowed: "Sign-in slowed",
    refused: "Action refused",
    exported: "File taken",
    changed: "Change",
    account: "Change of an account",
  },
  person: "Person",
  anyone: "All",
  unknown: "unknown account ({account})",
  day: "Day",
  submit: "Filter",
  total: "{count, plural, =0 {No line} one {# line} other {# lines}}",
  at: "When",
  who: "Who",
  network: "From",
  networkOf: { loopback: "this machine", private: "private network", unknown: "unknown" },
  detail: "What",
  download: "Download these lines (CSV)",
};
