/** A customer's page with a strict policy: no inline style, no inline script, no eval. */
const STYLE = "body{margin:0;padding:32px;font:16px/1.7 system-ui;min-height:1600px}";
const NONCE = "fixed-for-tests";

export function page(response, query, port) {
  const api = `http://127.0.0.1:${port}`;
  const policy = `default-src 'none'; img-src data:; script-src ${api}; connect-src ${api}; style-src 'nonce-${NONCE}'`;
  const lang = query.get("lang") ?? "ja";
  const data = [...query].map(([name, value]) => `data-${name}="${encodeURI(value).replace("%23", "#")}"`).join(" ");
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
  response.end(`<!doctype html>
<html lang="${lang}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>料金 | みなと設備</title>
<style nonce="${NONCE}">${STYLE} @media (prefers-color-scheme: dark){body{background:#111;color:#ddd}}</style>
<h1>${lang === "ja" ? "設備点検クラウドの料金" : "Pricing of the inspection cloud"}</h1>
<button type="button" data-sokuo-consent="withdraw" data-sokuo-done="${lang === "ja" ? "止めました" : "Stopped"}">${
    lang === "ja" ? "閲覧の記録をやめる" : "Stop the recording"
  }</button>
<p>${lang === "ja" ? "現場の点検表を、そのまま画面へ。" : "Your inspection sheets, on a screen."}</p>
<script src="${api}/static/widget/loader.js" data-site="site_demo" ${data} defer></script>
</html>`);
}
