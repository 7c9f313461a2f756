/* The preview in a tab: patches the page in place when its words change, swaps the style sheet, shows what is wrong, and a bar at the foot.
   A plugin of livereload.js. It is sent by `sitegen serve` alone and never written to output/. */
(function () {
  "use strict";
  var OWN = "/_sitegen/";
  var ELEMENT = Node.ELEMENT_NODE;
  var facts = read(document);
  var shadow = null, opened = false, hidden = "", waiting = null, again = false, connected = 0;

  function read(page) {
    var script = page.getElementById("sitegen-facts");
    try { return script ? JSON.parse(script.textContent) : {}; } catch (_) { return {}; }
  }

  // Patching in place

  function same(a, b) {
    return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.nodeType !== ELEMENT || (a.id || "") === (b.id || ""));
  }

  function attributes(old, now) {
    var i, name;
    for (i = 0; i < now.attributes.length; i++) {
      name = now.attributes[i].name;
      if (old.getAttribute(name) !== now.attributes[i].value) old.setAttribute(name, now.attributes[i].value);
    }
    for (i = old.attributes.length - 1; i >= 0; i--) {
      name = old.attributes[i].name;
      if (now.hasAttribute(name)) continue;
      if (name === "open" && (old.nodeName === "DETAILS" || old.nodeName === "DIALOG")) continue; // she opened it
      old.removeAttribute(name);
    }
  }

  function node(old, now) {
    if (old.nodeType !== ELEMENT) {
      if (old.nodeValue !== now.nodeValue) old.nodeValue = now.nodeValue;
      return;
    }
    if (old.isEqualNode(now)) return;
    attributes(old, now);
    if (old.nodeName === "TEXTAREA" && old.value !== old.defaultValue) return; // half filled in
    children(old, now);
  }

  function children(old, now) {
    var wanted = Array.prototype.slice.call(now.childNodes);
    var at = old.firstChild, i, next, found, look, steps;
    for (i = 0; i < wanted.length; i++) {
      next = wanted[i];
      found = null;
      if (at && at.isEqualNode(next)) found = at;
      for (look = at, steps = 0; look && !found && steps < 40; look = look.nextSibling, steps++) {
        if (next.nodeType === ELEMENT && next.id ? look.id === next.id && same(look, next) : look.isEqualNode(next)) found = look;
      }
      if (!found && at && same(at, next) && !kept(at, wanted, i + 1)) found = at;
      if (found) {
        while (at !== found) { look = at.nextSibling; drop(at); at = look; }
        node(found, next);
        at = found.nextSibling;
      } else {
        old.insertBefore(document.importNode(next, true), at);
      }
    }
    while (at) { look = at.nextSibling; drop(at); at = look; }
  }

  function drop(one) { if (!isGoing(one)) one.remove(); } // a style sheet goes when the next one is there

  function kept(candidate, wanted, from) {
    // Is it, as it is, one of the next few that are wanted? Then it is not to be made into another.
    if (candidate.nodeType !== ELEMENT) return false;
    for (var i = from; i < wanted.length && i < from + 40; i++) {
      if (candidate.id ? wanted[i].id === candidate.id : candidate.isEqualNode(wanted[i])) return true;
    }
    return false;
  }

  function scripts(page) {
    var all = page.querySelectorAll("script"), out = [], i;
    for (i = 0; i < all.length; i++) {
      if (all[i].id !== "sitegen-facts" && !/json/.test(all[i].type)) out.push(all[i].outerHTML);
    }
    return out.join("\n");
  }

  function styleLink(page) { return page.querySelector('link[rel="stylesheet"][href^="' + OWN + 'style.css"]:not([data-going])'); }

  function swapStyle(href) {
    var old = styleLink(document);
    if (!old || old.getAttribute("href") === href) return;
    var fresh = old.cloneNode(false);
    fresh.onload = fresh.onerror = function () {
      // A newer one may be on its way already; those before this one have done their service.
      while (fresh.previousSibling && isGoing(fresh.previousSibling)) fresh.previousSibling.remove();
      fire("sitegen-style");
    };
    fresh.setAttribute("href", href);
    old.setAttribute("data-going", "");
    old.parentNode.insertBefore(fresh, old.nextSibling);
  }

  function isGoing(one) { return one.nodeType === ELEMENT && one.hasAttribute("data-going"); }

  function styleWith(version) {
    var link = styleLink(document);
    return link ? link.getAttribute("href").replace(/([?&]v=)[^&]*/, "$1" + version) : "";
  }

  function patch(text) {
    var page = new DOMParser().parseFromString(text, "text/html");
    var now = read(page);
    if (!now.version || scripts(page) !== scripts(document)) { location.reload(); return; }
    var link = styleLink(page), mine = styleLink(document), href = "";
    if (link && mine) {
      href = link.getAttribute("href");
      link.setAttribute("href", mine.getAttribute("href")); // it is swapped below, once the new one is there
    } else if (link || mine) { location.reload(); return; }
    attributes(document.documentElement, page.documentElement);
    children(document.head, page.head);
    attributes(document.body, page.body);
    children(document.body, page.body);
    if (href) swapStyle(href);
    facts = now;
    draw();
    tell();
    fire("sitegen-patched");
  }

  function patchOrReload(text) { try { patch(text); } catch (_) { location.reload(); } }

  function fire(name) { document.dispatchEvent(new CustomEvent(name)); }

  function tell() { if (window.LiveReload && window.LiveReload.connector.protocol >= 7) window.LiveReload.analyze(); }

  function refresh() {
    if (waiting) { again = true; return; }
    waiting = fetch(location.pathname + location.search, { cache: "no-store", headers: { "X-Sitegen": "patch" } }).then(function (answer) {
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) { location.replace(answer.url); return ""; }
      if (answer.status === 403 || answer.status === 421) { location.reload(); return ""; }
      return answer.text();
    }).then(function (text) { if (text && !again) patchOrReload(text); }, function () {}).then(function () {
      waiting = null;
      if (again) { again = false; refresh(); }
    });
  }

  function swapImages(path) {
    var all = document.querySelectorAll("img, source, video, audio"), i;
    for (i = 0; i < all.length; i++) {
      if (all[i].src && new URL(all[i].src).pathname === path) all[i].src = path + "?again=" + Date.now();
    }
  }

  window.LiveReloadPluginSitegen = function () {
    this.reload = function (path) {
      if (path.indexOf(OWN + "go?to=") === 0) { location.replace(path.slice((OWN + "go?to=").length) + location.search); return true; }
      if (path.indexOf(OWN + "style.css?v=") === 0) {
        swapStyle(styleWith(path.split("v=")[1]));
        facts.version = (facts.version || "..").replace(/^([^.]*)\.[^.]*/, "$1." + path.split("v=")[1]);
        return true;
      }
      if (path.indexOf(OWN) === 0) { refresh(); return true; }
      if (/\.(jpe?g|png|gif|webp|avif|svg|mp4|webm|mp3|m4a)$/i.test(path)) { swapImages(path); return true; }
      return true;
    };
    this.analyze = function () {
      connected++;
      setStanding(true);
      return { shows: facts.version || "", missing: !!facts.missing }; // livereload.js puts its own `version` beside them
    };
  };
  window.LiveReloadPluginSitegen.identifier = "sitegen";
  window.LiveReloadPluginSitegen.version = "1.0";

  document.addEventListener("LiveReloadDisconnect", function () { if (connected) setStanding(false); });

  // The view goes along from page to page

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (!link || link.origin !== location.origin || !(facts.written || facts.asOf)) return;
    var to = new URL(link.href);
    if (facts.written) to.searchParams.set("view", "written");
    if (facts.asOf) to.searchParams.set("as-of", facts.asOf);
    if (to.href !== link.href) { event.preventDefault(); event.ctrlKey || event.metaKey ? window.open(to.href) : location.assign(to.href); }
  }, true);

  // The bar and what stands over the page

  function make(name, words, inside) {
    var made = document.createElement(name);
    if (words) made.textContent = words;
    (inside || []).forEach(function (one) { if (one) made.appendChild(one); });
    return made;
  }

  function place(one) {
    if (!one || !one.open) return make("span", one ? one.where : "");
    var link = make("a", one.where);
    link.href = one.open;
    return link;
  }

  function told(one) {
    var item = make("li"), rest = one.text;
    if (one.open && rest.indexOf(one.where) === 0) { item.appendChild(place(one)); rest = rest.slice(one.where.length); }
    item.appendChild(document.createTextNode(rest));
    return item;
  }

  function list(all) { return make("ul", "", all.map(told)); }

  function link(words, change, current) {
    var to = new URL(location.href);
    Object.keys(change).forEach(function (name) { change[name] ? to.searchParams.set(name, change[name]) : to.searchParams.delete(name); });
    var made = make("a", words);
    made.href = to.pathname + to.search;
    if (current) made.setAttribute("aria-current", "true");
    return made;
  }

  function weight() {
    var all = facts.weights || [], gzip = all.filter(function (one) { return one[0] === "gzip"; })[0];
    if (!gzip) return null;
    var made = make("span", (gzip[1] / 1024).toFixed(1) + " of " + facts.limit / 1024 + " KB");
    made.className = gzip[1] > facts.limit ? "over" : "";
    made.title = all.map(function (one) { return one[0] + " " + one[1] + " bytes"; }).join(", ");
    return made;
  }

  function day() {
    var field = make("input");
    field.type = "date";
    field.value = facts.day || "";
    field.setAttribute("aria-label", "See the site as it is on this day");
    field.onchange = function () { if (field.value) location.assign(link("", { "as-of": field.value }).href); };
    return make("span", "", [make("label", "as of ", [field]), facts.asOf ? link("today", { "as-of": "" }) : null]);
  }

  function details() {
    var parts = [];
    if (facts.reason) parts.push(make("p", "Made, because " + facts.reason + "."));
    var all = facts.weights || [];
    if (all.length) parts.push(make("p", "Weight: " + all.map(function (one) { return one[0] + " " + one[1] + " bytes"; }).join(", ") + ". Under " + facts.limit + " bytes packed, it is there in one round trip."));
    if ((facts.notices || []).length) parts.push(make("h2", "On this page"), list(facts.notices));
    if ((facts.warnings || []).length) parts.push(make("h2", "Worth a second look"), list(facts.warnings));
    if ((facts.leftOut || []).length) parts.push(make("h2", "Left out of the site"), list(facts.leftOut));
    if ((facts.madeFrom || []).length) parts.push(make("h2", "Made from"), make("ul", "", facts.madeFrom.map(function (one) { return make("li", one); })));
    var made = make("div", "", parts);
    made.className = "details";
    return made;
  }

  function banner() {
    var all = facts.unpublished || [], own = all.filter(function (one) { return one.own; }), others = all.filter(function (one) { return !one.own; });
    var parts = own.map(function (one) { return make("p", "", [make("strong", "Not published: "), place(one), document.createTextNode(" " + one.why.join(" "))]); });
    if (others.length) {
      var more = make("details", "", [make("summary", "Shown here and not published: " + others.length)]);
      more.appendChild(make("ul", "", others.map(function (one) { return make("li", "", [place(one), document.createTextNode(" " + one.why.join(" "))]); })));
      parts.push(more);
    }
    if (facts.hiddenHere) parts.push(make("p", facts.hiddenHere + " ", [link("See it as it is written", { view: "written" })]));
    if (!parts.length) return null;
    var made = make("div", "", parts);
    made.className = "banner";
    made.setAttribute("role", "status");
    return made;
  }

  function overlay() {
    var all = facts.problems || [];
    if (!all.length || hidden === JSON.stringify(all)) return null;
    var close = make("button", "Look at the page");
    close.onclick = function () { hidden = JSON.stringify(all); draw(); };
    var made = make("div", "", [make("h1", all.length === 1 ? "One thing to mend" : all.length + " things to mend"), list(all), make("p", "The page below is the last good one. This goes away by itself."), close]);
    made.className = "overlay";
    made.setAttribute("role", "alert");
    return made;
  }

  function bar() {
    var count = (facts.problems || []).length;
    var more = make("button", opened ? "Less" : "More");
    more.setAttribute("aria-expanded", String(opened));
    more.onclick = function () { opened = !opened; draw(); };
    var wrong = count ? make("button", count + " to mend") : null;
    if (wrong) { wrong.className = "wrong"; wrong.onclick = function () { hidden = ""; draw(); }; }
    var notices = (facts.notices || []).length + (facts.warnings || []).length + (facts.leftOut || []).length;
    var made = make("div", "", [
      make("span", "", [link("as published", { view: "" }, !facts.written), document.createTextNode(" · "), link("as written", { view: "written" }, facts.written)]),
      day(), facts.source ? place(facts.source) : null, weight(), notices ? make("span", notices + (notices === 1 ? " notice" : " notices")) : null, wrong, more,
    ]);
    made.className = "bar";
    made.setAttribute("role", "region");
    made.setAttribute("aria-label", "Preview");
    return made;
  }

  var LOOK = ":host{all:initial;display:block}div,span,p,ul,li,h1,h2,button,a,input,label,summary,details{font:14px/1.5 system-ui,sans-serif;color:#f4f1ea}" +
    ".foot{position:fixed;inset:auto 0 0 0;z-index:2147483647;background:#22252b;border-top:1px solid #4a4f59;max-height:70vh;overflow:auto}" +
    ".bar{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;padding:.4rem .8rem}a{color:#9fd0ff}a[aria-current]{color:#f4f1ea;text-decoration:none;font-weight:600}" +
    "button{background:#3a3f49;border:1px solid #6b7280;border-radius:4px;padding:.1rem .6rem;cursor:pointer}input{background:#3a3f49;border:1px solid #6b7280;color-scheme:dark}" +
    ".wrong{background:#8f1d1d}.over{color:#ffb4a8;font-weight:600}.details,.banner{padding:.2rem .8rem .6rem;border-top:1px solid #4a4f59}.banner{background:#5c4300}" +
    "ul{margin:.3rem 0;padding-left:1.2rem}h1{font-size:18px;font-weight:600;margin:0 0 .5rem}h2{font-weight:600;margin:.6rem 0 0}li{white-space:pre-wrap;overflow-wrap:anywhere}" +
    ".overlay{position:fixed;inset:0 0 auto 0;z-index:2147483646;max-height:80vh;overflow:auto;background:#3b1416;border-bottom:3px solid #e5484d;padding:1rem 1.2rem}" +
    ".overlay ul{list-style:none;padding:0}.overlay li{font-family:ui-monospace,monospace;margin:.4rem 0}.away{background:#5c4300;padding:.2rem .8rem}@media print{.foot,.overlay{display:none}}";

  var away = false;

  function setStanding(there) { if (away === there) { away = !there; draw(); } }

  function draw() {
    if (!shadow) return;
    var style = shadow.querySelector("style") || shadow.appendChild(make("style", LOOK));
    while (style.nextSibling) shadow.removeChild(style.nextSibling);
    var over = overlay();
    if (over) shadow.appendChild(over);
    var foot = make("div", "", [away ? make("div", "The preview is not running. This page is as it was.") : null, banner(), bar(), opened ? details() : null]);
    if (away) foot.firstChild.className = "away";
    foot.className = "foot";
    shadow.appendChild(foot);
    footed.disconnect();
    footed.observe(foot);
  }

  var host = document.createElement("sitegen-preview");
  var footed = new ResizeObserver(function (seen) { host.style.height = seen[0].target.offsetHeight + "px"; }); // the page ends above the bar
  shadow = host.attachShadow({ mode: "open" });
  document.documentElement.appendChild(host);
  draw();
})();
