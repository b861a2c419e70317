/** The scripts of the two break-glass pages: the browser's own WebAuthn, no library. Constant texts, allowed by their hashes. WebAuthn L3 §5.1.8, §5.1.9. */

/** What both have in common: run the ceremony once on submit, put its answer into a hidden field, send the form. A ceremony that is cancelled sends the form without it. */
type Ceremony = { readonly form: string; readonly field: string; readonly parse: string; readonly call: string };
const ceremony = ({ form, field, parse, call }: Ceremony): string => `
const form = document.getElementById('${form}');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.elements.namedItem('with-key');
  if (button.disabled) return;
  button.disabled = true;
  try {
    const given = JSON.parse(form.dataset.options);
    const publicKey = PublicKeyCredential.${parse}(given);
    const credential = await navigator.credentials.${call}({ publicKey, signal: AbortSignal.timeout(given.timeout) });
    form.elements.namedItem('${field}').value = JSON.stringify(credential.toJSON());
  } catch {
    form.elements.namedItem('${field}').value = '';
  }
  form.submit();
});
`;

export const signInScript = ceremony({ form: 'break-glass', field: 'assertion', parse: 'parseRequestOptionsFromJSON', call: 'get' });

/** The link's token is in the fragment, which no server sees: it goes into the form, and out of the address bar and the history. */
export const registrationScript = `${ceremony({ form: 'registration', field: 'attestation', parse: 'parseCreationOptionsFromJSON', call: 'create' })}
form.elements.namedItem('link').value = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
`;
