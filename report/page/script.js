// The page of report.html: typesets formulas, switches language and colours, hands out the result.
'use strict';
(() => {
  const root = document.documentElement;

  // Formulas. Those on a line of their own are set as large as such, yet among words, so that they
  // can be broken at a relation where the page is narrow.
  const typeset = (element) => {
    const size = element.classList.contains('wide') ? '\\displaystyle ' : '';
    katex.render(size + element.dataset.tex, element, { throwOnError: false, strict: 'ignore' });
  };
  const typesetAll = () => {
    if (typeof katex !== 'undefined') document.querySelectorAll('.tex').forEach(typeset);
  };

  // Language. The style sheet hides the other one.
  const show = (language) => {
    root.lang = language;
    const other = language === 'en' ? 'zh' : 'en';
    const title = document.querySelector('title');
    title.textContent = title.dataset[language];
    const button = document.getElementById('switch-language');
    button.textContent = language === 'en' ? '中文' : 'English';
    button.lang = other === 'zh' ? 'zh-CN' : 'en-GB';
    for (const node of document.querySelectorAll('[data-label-en]'))
      node.setAttribute('aria-label', node.dataset[language === 'en' ? 'labelEn' : 'labelZh']);
  };

  // Colours: those of the system, until the reader chooses.
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark'
                       : window.matchMedia('(prefers-color-scheme: dark)').matches;

  // A picture once more, inside the step that it belongs to.
  const showFigures = (details) => {
    for (const place of details.querySelectorAll('.again:empty'))
      for (const drawing of document.querySelectorAll(`[id="${place.dataset.figure}"] > .drawing`)) {
        const copy = drawing.cloneNode(true);
        copy.innerHTML = copy.innerHTML.replaceAll(`${place.dataset.figure}-${copy.lang}-`,
                                                   `again-${place.dataset.figure}-${copy.lang}-`);
        copy.removeAttribute('id');
        place.append(copy);
      }
  };

  // What is wider than the page can be scrolled with the keys.
  const letScroll = () => {
    const boxes = [...document.querySelectorAll('.scroll, .display')];
    const wide = boxes.map((box) => box.scrollWidth > box.clientWidth + 1);  // first all that is measured
    boxes.forEach((box, i) => {
      if (wide[i]) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    });
  };

  const unpacked = async () => {
    const packed = document.getElementById('report-json').textContent;
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).blob();
  };
  const offerJson = () => {
    const link = document.getElementById('save-json');
    if (!link || typeof DecompressionStream === 'undefined') return;
    link.hidden = false;
    link.href = '#data';
    link.addEventListener('click', async (event) => {
      if (link.href.startsWith('blob:')) return;
      event.preventDefault();
      link.href = URL.createObjectURL(await unpacked());
      link.click();
    });
  };

  document.querySelector('.bar').hidden = false;
  document.getElementById('switch-language').addEventListener('click', () => {
    show(root.lang === 'en' ? 'zh' : 'en');
    letScroll();
  });
  document.getElementById('switch-theme').addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
  });
  document.getElementById('print-all').addEventListener('change', (event) => {
    root.classList.toggle('print-all', event.target.checked);
  });
  for (const details of document.querySelectorAll('details'))
    details.addEventListener('toggle', () => {
      showFigures(details);
      letScroll();
    });
  window.addEventListener('resize', letScroll);
  show(root.lang);
  typesetAll();
  letScroll();
  offerJson();
  // Formulas have changed the heights: go once more to what the address names.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
})();
