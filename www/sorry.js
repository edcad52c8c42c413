// Says why the page has not started, where the page itself cannot: opened as a file, or in a browser too old to read its modules.
// So it is a plain script, of words that browsers know since 2016. It is asked for when that has happened, and stands in `index.html` as long as nothing is built.
(() => {
  const TEXTS = {
    source: {
      en: 'This is the source of Spiral Lab, which runs only from a web server. In the project’s folder, run “npm start” and open the address that it prints.',
      zh: '这是螺旋实验室的源代码，要从网页服务器打开。请在项目文件夹里运行 npm start，再打开它给出的地址。',
    },
    file: {
      en: 'This copy of Spiral Lab runs only from a web server. To open it as a file, use the one beside it: ',
      zh: '这份螺旋实验室要从网页服务器打开。想直接打开文件，请用旁边的这一个：',
    },
    frame: {
      en: 'Spiral Lab stands in a sandboxed frame, whose scripts the browser does not load. Put spiral-lab.html into the frame, which is the same in one file; or in the page around it write sandbox="allow-scripts allow-same-origin", or let the server of Spiral Lab send “Access-Control-Allow-Origin: *”, or open Spiral Lab in a window of its own.',
      zh: '螺旋实验室放在沙盒框架里，浏览器不加载框架的脚本。请在框架里改放 spiral-lab.html（同样的内容，合成一个文件），或在外层网页里写 sandbox="allow-scripts allow-same-origin"，或让螺旋实验室的服务器发送“Access-Control-Allow-Origin: *”，或在单独的窗口里打开螺旋实验室。',
    },
    old: {
      en: 'Spiral Lab could not start. It needs a browser of 2023 or later, and the whole folder that “npm run build” writes.',
      zh: '螺旋实验室无法启动。它需要 2023 年以后的浏览器，以及 npm run build 生成的整个文件夹。',
    },
  };
  const LOOK = 'max-width: 36em; margin: 3em auto; padding: 0 1em; font: 1.1em/1.6 sans-serif';
  /** In the built folder it lies beside the page. */
  const ONE_FILE = 'spiral-lab.html';

  function reason() {
    if (document.querySelector('script[src$="main.ts"]')) return 'source';
    // The page in one file, in which no script has an address.
    if (!document.querySelector('script[src]')) return 'old';
    if (location.protocol === 'file:') return 'file';
    // A sandboxed frame has the origin "null": a browser loads no modules there unless the server allows everybody to.
    return self.origin === 'null' ? 'frame' : 'old';
  }

  function apologise() {
    const root = document.documentElement;
    const place = document.getElementById('sorry');
    if (root.hasAttribute('data-started') || !place || !place.hidden) return;
    const why = reason();
    place.textContent = TEXTS[why][/^zh/.test(navigator.language) ? 'zh' : 'en'];
    if (why === 'file') {
      const link = document.createElement('a');
      link.href = ONE_FILE + location.hash;
      link.textContent = ONE_FILE;
      place.appendChild(link);
    }
    // A file gets no style sheet, either.
    if (location.protocol === 'file:') place.style.cssText = LOOK;
    place.hidden = false;
    root.style.visibility = '';
    document.body.classList.remove('awaited');
    // The page around a frame shall know that nothing more comes of it.
    if (parent !== window)
      parent.postMessage({ source: 'spiral-lab', type: 'error', message: place.textContent }, '*');
    for (const part of document.querySelectorAll('header, main')) part.setAttribute('hidden', '');
  }

  if (document.readyState === 'complete') apologise();
  else addEventListener('load', apologise);
})();
