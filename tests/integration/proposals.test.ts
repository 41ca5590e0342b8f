import { readRoute } from "../support/routes";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sealSession, sessionCookie } from "@/auth/options";
import { database } from "@/data/client";
import { findEditable } from "@/data/editing/edit-form";
import { saveOrganisation } from "@/data/editing/save";
import { findPublicOrganisation } from "@/data/organisation/profile";
import { acceptProposal, askProposer, forgetProposer, refuseProposal } from "@/data/proposal/decide";
import { PROPOSAL_RATES } from "@/data/proposal/limits";
import { findProposal, listProposals, queueOf } from "@/data/proposal/queue";
import { openSession } from "@/data/session/sessions";
import { answerProposal, followProposal, submitProposal } from "@/data/proposal/submit";
import { staticMarkup } from "@/components/static-markup";
import { sendProposal } from "@/features/proposals/pages";
import type { Actor } from "@/domain/actor";
import type { ProposalPart, ProposedName } from "@/domain/proposal";
import { loadCartography } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";
import { whileHidden } from "../support/hidden";

const AMRK = "amrk";
let editor: Actor;

beforeAll(async () => {
  await loadCartography();
  editor = await makeActor("editor");
}, 120_000);
beforeEach(async () => {
  await database().proposal.deleteMany();
  await database().signInLimit.deleteMany();
});

const WHO = { speaker: "member", how: "J’en suis (essai).", reach: "essai@example.org" };
const typed = (fields: Record<string, string | string[]>) =>
  new URLSearchParams(Object.entries({ ...WHO, ...fields }).flatMap(([name, values]) => [values].flat().map((value) => [name, value])));

/** Proposes something of an entry, or a new one; null when it is refused. */
async function propose(slug: string | null, part: ProposalPart, fields: Record<string, string | string[]>, address = "192.0.2.9") {
  const organisation = slug === null ? null : (await findPublicOrganisation(slug))!;
  const sent = await submitProposal(typed(fields), organisation && { organisation, part }, { address, language: "fr" });
  if (!sent.ok) return null;
  const { id } = await database().proposal.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { id, token: sent.token };
}
const accept = (id: number, ...names: ProposedName[]) => acceptProposal(editor, id, { names, basis: "self_declared", kind: "cso", isOther: false });
const contactsOf = async (slug: string) => (await findPublicOrganisation(slug))!.contacts.map(({ raw }) => raw);

describe("what a reader proposes of an entry", () => {
  it("moves nothing public until an editor takes it over, field by field, as a change of that editor", async () => {
    const before = (await findPublicOrganisation(AMRK))!;
    const revision = () => database().$queryRaw`SELECT "revision" FROM directory_revision`;
    const then = await revision();
    const kept = before.contacts.map(({ raw }) => raw);
    const sent = (await propose(AMRK, "contacts", { contacts: [...kept, "+223 76 00 00 01"] }))!;
    expect(await findPublicOrganisation(AMRK)).toEqual(before);
    expect(await revision()).toEqual(then);
    expect(await accept(sent.id, "contacts")).toEqual({ ok: true, slug: AMRK });
    expect(await contactsOf(AMRK)).toEqual([...kept, "+223 76 00 00 01"]);
    const grounds = (await findPublicOrganisation(AMRK))!.citations
      .filter(({ field }) => field === "contacts")
      .map(({ basis, source }) => `${basis} ${source}`);
    expect(grounds).toContain("self_declared correction-consortium");
    expect(await findProposal(editor, sent.id)).toMatchObject({ state: "accepted", accepted: ["contacts"], decidedBy: editor.name });
    expect(await followProposal(sent.token)).toMatchObject({ state: "accepted", organisation: { slug: AMRK } });
    expect(await accept(sent.id, "contacts")).toEqual({ ok: false, reason: "gone" });
  });

  it("is taken over in part, and keeps what someone else changed since", async () => {
    const { zones, name } = (await findPublicOrganisation(AMRK))!;
    const codes = zones.map(({ code }) => code);
    const where = (await propose(AMRK, "where", { zones: [...codes, "Nioro"] }))!;
    const identity = (await propose(AMRK, "identity", { name: `${name} (essai)`, acronym: "ESSAI", alias: [] }))!;
    const entry = (await findEditable(editor, AMRK))!;
    await saveOrganisation(editor, AMRK, organisationInput({ ...entry.fields, zones: [...entry.fields.zones, "ML-7"] }, { version: entry.version }));
    expect(await accept(where.id, "zones")).toMatchObject({ ok: true });
    const now = (await findPublicOrganisation(AMRK))!.zones.map(({ slug }) => slug);
    expect(now).toEqual(expect.arrayContaining(["nioro", "gao"]));
    expect(await accept(identity.id, "acronym")).toMatchObject({ ok: true });
    expect(await findPublicOrganisation(AMRK)).toMatchObject({ name, acronym: "ESSAI" });
  });

  it("that two readers make alike is taken over twice without being said twice", async () => {
    const kept = await contactsOf(AMRK);
    const sent = [];
    for (const address of ["192.0.2.9", "192.0.2.10"]) sent.push((await propose(AMRK, "contacts", { contacts: [...kept, "+223 76 00 00 04"] }, address))!);
    for (const { id } of sent) expect(await accept(id, "contacts")).toMatchObject({ ok: true });
    expect(await contactsOf(AMRK)).toEqual([...kept, "+223 76 00 00 04"]);
  });

  it("is not taken over when a value cannot be, and waits on", async () => {
    const sent = (await propose(AMRK, "where", { zones: ["Atlantide"] }))!;
    expect(await accept(sent.id)).toEqual({ ok: false, reason: "nothing_chosen" });
    expect(await accept(sent.id, "zones")).toMatchObject({ ok: false, reason: "invalid", problems: [{ reason: "unknown_zone", value: "Atlantide" }] });
    expect(await queueOf(editor)).toMatchObject({ count: 1 });
  });

  it("is refused with a reason, or asked about, which the proposer reads by the secret link alone", async () => {
    const sent = (await propose(AMRK, "said", { message: "Ils ont changé de bureau (essai)." }))!;
    expect(await refuseProposal(editor, sent.id, " ")).toBe(false);
    expect(await askProposer(editor, sent.id, "Depuis quand ?")).toBe(true);
    expect(await followProposal(sent.token)).toMatchObject({ state: "asked", question: "Depuis quand ?" });
    const page = await readRoute("/[locale]/proposition/[token]", `/fr/proposition/${sent.token}`);
    expect(page).toContain("Depuis quand ?");
    expect(page).toContain("noindex");
    expect(page).not.toContain("essai@example.org");
    expect(await answerProposal({ token: sent.token }, "Depuis mars.")).toBe(true);
    expect(await answerProposal({ token: sent.token }, "Encore.")).toBe(false);
    expect(await findProposal(editor, sent.id)).toMatchObject({ state: "open", answer: "Depuis mars." });
    expect(await refuseProposal(editor, sent.id, "Nous n’avons pas pu le vérifier.")).toBe(true);
    expect(await followProposal(sent.token)).toMatchObject({ state: "refused", reason: "Nous n’avons pas pu le vérifier." });
    expect(await followProposal("x".repeat(32))).toBeNull();
  });

  it("is erased of what tells who made it, while the decision stays", async () => {
    const sent = (await propose(AMRK, "said", { message: "Un mot." }))!;
    await refuseProposal(editor, sent.id, "Essai.");
    expect(await forgetProposer(editor, sent.id)).toBe(true);
    expect(await findProposal(editor, sent.id)).toMatchObject({ reach: null, how: "", state: "refused", message: "Un mot." });
  });

  it("of an entry that is hidden since is seen by nobody who may not see that entry, and its name by nobody else", async () => {
    const sent = (await propose("enda-mali", "said", { message: "Un mot." }))!;
    await database().organisation.update({ where: { slug: "enda-mali" }, data: { visibility: "confidential" } });
    expect((await listProposals(editor)).waiting).toEqual([]);
    expect(await findProposal(editor, sent.id)).toBeNull();
    expect(await accept(sent.id)).toEqual({ ok: false, reason: "gone" });
    expect(await followProposal(sent.token)).toMatchObject({ state: "open", organisation: null });
    await database().organisation.update({ where: { slug: "enda-mali" }, data: { visibility: "public" } });
    await whileHidden("enda-mali", async () => {
      expect(await readRoute("/[locale]/proposer", "/fr/proposer?fiche=enda-mali")).not.toContain("Enda");
    });
  });
});

describe("a new organisation", () => {
  it("becomes an entry that is not published when it is accepted", async () => {
    const sent = (await propose(null, "identity", {
      name: "Association d’essai proposée",
      zones: "Kayes",
      contacts: "+223 76 00 00 02",
      message: "Elle essaie.",
    }))!;
    expect((await listProposals(editor)).waiting).toMatchObject([{ id: sent.id, name: "Association d’essai proposée", isNew: true }]);
    const accepted = await accept(sent.id, "name", "zones", "contacts");
    expect(accepted).toEqual({ ok: true, slug: "association-d-essai-proposee" });
    expect(await findPublicOrganisation("association-d-essai-proposee")).toBeNull();
    expect(await findEditable(editor, "association-d-essai-proposee")).toMatchObject({
      publishedAt: null,
      fields: { name: "Association d’essai proposée", kind: "cso", zones: ["ML-1"], contacts: [{ channel: "phone", raw: "+223 76 00 00 02" }] },
    });
  });
});

describe("a new organisation that resembles an entry", () => {
  const known = "association-jeunesse-et-developpement-du-mali";
  const acceptOther = (id: number) => acceptProposal(editor, id, { names: ["name", "zones", "contacts"], basis: "verified", kind: "cso", isOther: true });
  const review = async (id: number) => {
    const account = await database().user.findUniqueOrThrow({ where: { id: editor.id } });
    const cookie = `${sessionCookie(false).name}=${await sealSession(await openSession(account.id), account)}`;
    return readRoute("/[locale]/admin/propositions/[id]", `/fr/admin/propositions/${id}`, cookie);
  };
  const cases = [
    ["name", "Développement du Mali et jeunesse", {}, "Même nom, ou presque"],
    ["phone", "Essai au même numéro", { contacts: "00223 76 43 47 31" }, "Même téléphone"],
    ["place", "Jeunesse et développement de Mopti", { zones: "Mopti" }, "Nom voisin, au même endroit"],
  ] as const;

  it.each(cases)("by its %s is shown beside it, and made when an editor says that it is another one", async (why, name, fields, words) => {
    if (why === "place") await saveOrganisation(editor, null, organisationInput({ name: "Développement et jeunesse Mopti Essai", zones: ["ML-5"] }));
    const { id } = (await propose(null, "identity", { name, message: "Elle essaie.", ...fields }))!;
    const page = await review(id);
    expect(page).toContain("Cette organisation a peut-être déjà une fiche");
    expect(page).toContain(words);
    if (why !== "place") expect(page).toContain(`/admin/organisations/${known}`);
    // Whatever of it is taken over.
    expect(await accept(id, "name")).toEqual({ ok: false, reason: "alike" });
    expect(await acceptOther(id)).toMatchObject({ ok: true });
  });

  it("tells nothing of an entry that the editor may not see, nor of a proposal for an entry", async () => {
    const contacts = [{ channel: "email", raw: "cachee@essai.example", state: "ok" }];
    await saveOrganisation(editor, null, organisationInput({ name: "Essai cachée", contacts }));
    const { id } = (await propose(null, "identity", { name: "Essai sans lien", contacts: "Cachee@essai.example" }))!;
    expect(await review(id)).toContain("Même adresse électronique");
    await database().organisation.update({ where: { slug: "essai-cachee" }, data: { visibility: "confidential" } });
    expect(await review(id)).not.toContain("a peut-être déjà une fiche");
    const own = (await propose(known, "said", { message: "Un mot." }))!;
    expect(await review(own.id)).not.toContain("a peut-être déjà une fiche");
  });
});

describe("the door", () => {
  it("gives the form again with every fault and all that was typed", async () => {
    const form = new URLSearchParams({ member_count: "beaucoup", name: "Nom d’essai", how: "", message: "Mon message (essai)." });
    const shown = await sendProposal("fr", { fiche: [AMRK], partie: ["identity"] }, form, "192.0.2.9");
    if (!shown || !("body" in shown)) throw new Error(JSON.stringify(shown));
    expect(shown).toMatchObject({ status: 422 });
    const html = await staticMarkup(shown.body);
    for (const kept of ["beaucoup", "Nom d’essai", "Mon message (essai)."]) expect(html).toContain(kept);
    expect(html).toMatch(/Rien n’est envoyé\s: 3 points sont à corriger/);
    for (const name of ["member_count", "speaker", "how"]) expect(html).toContain(`id="${name}-error"`);
    expect(await database().proposal.count()).toBe(0);
    expect(await sendProposal("fr", { fiche: ["inconnue"] }, form, "192.0.2.9")).toBeNull();
  });

  it("keeps nothing of a robot that fills in what nobody sees, and closes after too many from one place", async () => {
    const robot = typed({ message: "Achetez.", site_web: "http://spam.example" });
    expect(await sendProposal("fr", { fiche: [AMRK] }, robot, "192.0.2.9")).toMatchObject({ sent: "/" });
    expect(await database().proposal.count()).toBe(0);
    const results = [];
    for (let sent = 0; sent <= PROPOSAL_RATES.address.points; sent += 1)
      results.push(await propose(AMRK, "said", { message: `Essai ${sent}.` }, "198.51.100.7"));
    expect(results.filter((one) => one === null)).toHaveLength(1);
    expect(results.at(-1)).toBeNull();
    expect(await propose(AMRK, "said", { message: "D’ailleurs." }, "203.0.113.5")).not.toBeNull();
  });

  it("stands on each part of a profile, on poor entries and where nothing is found", async () => {
    const profile = await readRoute("/[locale]/organisations/[slug]", `/fr/organisations/${AMRK}`);
    for (const part of ["identity", "where", "what", "contacts", "relations"]) expect(profile).toContain(`/proposer?fiche=${AMRK}&amp;partie=${part}`);
    expect(await readRoute("/[locale]/organisations", "/fr/organisations?q=xyzzyq")).toContain('href="/proposer"');
  });
});
