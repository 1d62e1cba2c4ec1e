// Opens GraphiQL, and signs in first when the address carries a one-time code: /graphiql#code=…
// The code stands after the #, so it is never sent with a request for a page and lands in no log.
const TOKEN = 'gradeledger.token';
const SIGN_IN = 'mutation SignIn($code: String!) { signIn(code: $code) { token } }';

const say = (text, refused = false) => {
  const notice = document.getElementById('notice');
  notice.textContent = text;
  notice.hidden = false;
  notice.classList.toggle('refused', refused);
};

const signIn = async (code) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: SIGN_IN, variables: { code } }),
  });
  const { data, errors } = await response.json();
  return { token: data?.signIn?.token ?? null, reason: errors?.[0]?.message };
};

const given = new URLSearchParams(location.hash.slice(1));
const code = given.get('code');
if (code) {
  sessionStorage.removeItem(TOKEN);
  history.replaceState(null, '', location.pathname);
  const { token, reason } = await signIn(code).catch(() => ({
    token: null,
    reason: 'The server did not answer.',
  }));
  if (token) {
    sessionStorage.setItem(TOKEN, token);
    say('You are signed in. The headers tab below carries your access token; it ends with this browser tab.');
  } else {
    say(reason ?? 'This sign-in link has been used or has run out. Ask for a new one.', true);
  }
}

// The documents of the screens, by whose they are; one that is chosen stands in the address: /graphiql#example=PageMarks
const examples = await fetch('/graphiql/examples.json').then((response) => response.json());
const menu = document.getElementById('examples');
for (const [group, documents] of Map.groupBy(examples, (example) => example.group)) {
  const part = document.createElement('optgroup');
  part.label = group;
  for (const { name } of documents) part.append(new Option(name, name, false, name === given.get('example')));
  menu.append(part);
}
menu.addEventListener('change', () => {
  location.hash = menu.value ? `example=${menu.value}` : '';
});
addEventListener('hashchange', () => location.reload());
const example = examples.find(({ name }) => name === given.get('example'));

const token = sessionStorage.getItem(TOKEN);
const worker = (file) => new Worker(`/graphiql/static/${file}`, { type: 'module' });
globalThis.MonacoEnvironment = {
  getWorker: (_, label) =>
    worker({ json: 'jsonWorker.js', graphql: 'graphqlWorker.js' }[label] ?? 'editorWorker.js'),
};

const { React, createRoot, Ruru } = await import('/graphiql/static/ruru.js');
createRoot(document.getElementById('ruru-root')).render(
  React.createElement(Ruru, {
    endpoint: '/graphql',
    staticPath: '/graphiql/static/',
    initialHeaders: JSON.stringify(token ? { Authorization: `Bearer ${token}` } : {}, null, 2),
    defaultEditorToolsVisibility: example ? 'variables' : 'headers',
    ...(example && { initialQuery: example.text, initialVariables: example.variables }),
    // The history would write the headers, and so the token, into localStorage, where they outlive the tab.
    maxHistoryLength: -1,
    defaultQuery:
      '# GradeLedger. The documentation is behind the book on the left; Ctrl+Enter runs.\n{\n  __typename\n}\n',
  }),
);
