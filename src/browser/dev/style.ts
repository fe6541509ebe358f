/** Of the editor's tools, which stand in shadow roots of their own, away from the page's styles. */
export const toolStyle = `
:host{font:15px/1.45 system-ui,sans-serif;color-scheme:light dark;color:light-dark(#1b1b18,#eee)}
.bar{position:fixed;left:12px;top:12px;z-index:98;display:flex;gap:6px}
button,select,input[type=text]{font:inherit;color:inherit;box-sizing:border-box;min-height:36px;padding:6px 12px;border:1px solid light-dark(#777,#999);border-radius:3px;background:light-dark(#fff,#2a2a27)}
button{cursor:pointer;text-decoration:none}
[hidden]{display:none!important}
button:hover:not(:disabled){background:light-dark(#eee,#3a3a36)}
button:disabled{opacity:.5;cursor:default}
button.main{background:light-dark(#1b1b18,#eee);color:light-dark(#fff,#1b1b18)}
:focus-visible{outline:3px solid light-dark(#1a5fb4,#78aeed);outline-offset:2px}
dialog{border:0;padding:0;margin:0;width:100vw;height:100vh;max-width:none;max-height:none;color:inherit;background:light-dark(#f4f4f1,#1c1c1a)}
dialog.edit[open]{display:grid;grid-template-columns:1fr 360px}
@media (max-width:800px){dialog.edit[open]{grid-template-columns:1fr;grid-template-rows:1fr 50%}}
.panel{overflow-y:auto;padding:16px 20px;display:flex;flex-direction:column;gap:14px}
.panel section,form{display:flex;flex-direction:column;gap:8px}
.panel section{border-top:1px solid light-dark(#ccc,#444);padding-top:12px}
h2{font-size:18px;margin:0}
h3{font-size:15px;margin:0}
p{margin:0}
label{display:flex;flex-direction:column;gap:3px}
label.check{flex-direction:row;align-items:center;gap:8px}
.row{display:flex;gap:6px}
.row select{flex:1;min-width:0}
.status{min-height:3em;font-weight:600}
.map-view{position:relative;overflow:hidden;min-width:0;min-height:0;cursor:grab;touch-action:none;user-select:none}
.map-view:active{cursor:grabbing}
.map-view:focus-visible{outline-offset:-3px}
.map-view svg{position:absolute;inset:0;width:100%;height:100%;transform-origin:0 0;transition:none}
.map-view .tools{pointer-events:none}
[data-key^=annotation-]{cursor:move}
.always-seen{fill:none;stroke:light-dark(#1a5fb4,#78aeed);stroke-width:2;stroke-dasharray:8 6}
.target{fill:light-dark(#1a5fb4,#78aeed);fill-opacity:.35}
.target.near{fill-opacity:.8}
.leash,.picked{fill:none;stroke:light-dark(#1a5fb4,#78aeed);stroke-width:3}
dialog.screens[open]{display:flex;flex-direction:column}
.screens .head{display:flex;gap:6px;align-items:center;padding:12px 16px}
.screens .head h2{margin-right:12px}
.screens .all{flex:1;min-height:0;display:flex;justify-content:center;align-items:flex-start;gap:16px;padding:0 16px 16px}
figure{margin:0}
figcaption{padding:0 0 4px}
.screens .glass{overflow:hidden;border:1px solid light-dark(#777,#999);background:#fff}
iframe{border:0;display:block;transform-origin:0 0}
`;

/** A shadow root on an element beside the page, so that neither's styles reach the other. `more` are sheets that it has as well. */
export function toolRoot(more: readonly string[] = []): ShadowRoot {
  const host = document.createElement('aside');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...more, toolStyle].map(sheetOf);
  document.documentElement.append(host);
  return root;
}

export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
