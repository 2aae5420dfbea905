// CETEIcean behaviours for claimkit's TEI: standOff becomes a list of claims, each of which shows its words in the text.
// Nothing is fetched, and what the file says is put in as text, never as markup.

const last = (pointer) => pointer.replace(/^#_*/, "").split(".").slice(1).join(".");
const category = (element, taxonomy) =>
  (element.getAttribute("ana") || "").split(/\s+/).filter((p) => p.replace(/^#_*/, "").startsWith(taxonomy + ".")).map(last)[0];
const words = (element, selector) => (element.querySelector(selector) || { textContent: "" }).textContent.trim();

function line(text) {
  const small = document.createElement("small");
  small.textContent = text;
  return small;
}

function show(root, annotation, chosen) {
  for (const pointer of (annotation.getAttribute("target") || "").split(/\s+/)) {
    const seg = root.querySelector(`tei-seg[id="${CSS.escape(pointer.slice(1))}"]`);
    if (seg) seg.classList.toggle("claimkit-chosen", chosen);
  }
}

function claim(root, group) {
  const item = document.createElement("li");
  const annotation = group.querySelector('tei-annotation[motivation="identifying"]');
  item.tabIndex = 0;
  item.append(words(annotation, 'tei-note[type="claim"]'));
  for (const review of group.querySelectorAll('tei-annotation[motivation="assessing"]')) {
    const verdict = category(review, "verdict") || category(review, "state");
    item.append(line(`${words(review, "tei-persname")}: ${verdict}. ${words(review, 'tei-note[type="rationale"]')}`));
  }
  const decision = group.querySelector('tei-annotation[motivation="moderating"]');
  if (decision && decision.getAttribute("ana")) {
    item.append(line(`settled: ${category(decision, "verdict") || "rejected"}`));
  }
  for (const [begin, end] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
    item.addEventListener(begin, () => show(root, annotation, true));
    item.addEventListener(end, () => show(root, annotation, false));
  }
  return item;
}

const behaviors = {
  tei: {
    standOff(element) {
      const list = document.createElement("ul");
      list.className = "claimkit-claims";
      const root = element.closest("tei-tei") || document;
      for (const group of element.querySelectorAll('tei-listannotation[type="claim"]')) list.append(claim(root, group));
      return list;
    },
  },
};

if (typeof module !== "undefined") module.exports = behaviors;
else window.claimkitBehaviors = behaviors;
