// The mailbox: new mails appear by themselves, and a mail is shown as long as it is.
const list = document.getElementById("list");
const body = document.getElementById("body");
const EVERY_MS = 2000;

async function refresh() {
  try {
    const answer = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("list");
    if (answer.ok && fresh && fresh.innerHTML !== list.innerHTML) list.replaceChildren(...fresh.children);
  } catch {
    // the server is away: what is shown stays, the next look may find it
  }
  setTimeout(refresh, EVERY_MS);
}

function fit() {
  const page = body.contentDocument;
  if (page?.documentElement) body.style.height = `${page.documentElement.scrollHeight}px`;
}

if (list) setTimeout(refresh, EVERY_MS);
if (body) {
  body.addEventListener("load", fit);
  addEventListener("resize", fit);
  fit();
}
