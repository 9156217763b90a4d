// Asks the browser to make or to use a passkey, and sends what it answers to Keycloak. Without script there is no button.
const form = document.querySelector('[data-passkey]')
const asked = form.dataset
const button = form.querySelector('button')
const problem = document.getElementById('passkey-problem')

// Keycloak's "not specified" leaves the choice to the browser.
const chosen = (value) => (value && value !== 'not specified' ? value : undefined)

function bytes(base64url) {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function base64url(buffer) {
  const text = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const known = () =>
  (asked.known ? asked.known.split(',') : []).map((id) => ({ type: 'public-key', id: bytes(id) }))

function common() {
  const timeout = Number(asked.timeout) * 1000
  return { challenge: bytes(asked.challenge), ...(timeout > 0 && { timeout }) }
}

async function add() {
  const made = await navigator.credentials.create({
    publicKey: {
      ...common(),
      rp: { id: asked.rpId, name: asked.rpName },
      user: { id: bytes(asked.userId), name: asked.userName, displayName: asked.userName },
      pubKeyCredParams: asked.algorithms.split(',').map((alg) => ({ type: 'public-key', alg: Number(alg) })),
      attestation: chosen(asked.attestation),
      authenticatorSelection: {
        authenticatorAttachment: chosen(asked.attachment),
        residentKey: chosen(asked.residentKey),
        requireResidentKey: asked.residentKey === 'required',
        userVerification: chosen(asked.userVerification),
      },
      excludeCredentials: known(),
    },
  })
  const name = form.elements.authenticatorLabel
  return {
    clientDataJSON: base64url(made.response.clientDataJSON),
    attestationObject: base64url(made.response.attestationObject),
    publicKeyCredentialId: base64url(made.rawId),
    transports: made.response.getTransports?.().join() ?? '',
    authenticatorAttachment: made.authenticatorAttachment ?? '',
    authenticatorLabel: name.value.trim() || name.dataset.default,
  }
}

async function use() {
  const { rawId, response } = await navigator.credentials.get({
    publicKey: {
      ...common(),
      rpId: asked.rpId,
      allowCredentials: known(),
      userVerification: chosen(asked.userVerification),
    },
  })
  return {
    credentialId: base64url(rawId),
    clientDataJSON: base64url(response.clientDataJSON),
    authenticatorData: base64url(response.authenticatorData),
    signature: base64url(response.signature),
    userHandle: response.userHandle ? base64url(response.userHandle) : '',
  }
}

function say(words) {
  problem.querySelector('p').textContent = words
  problem.hidden = false
  problem.focus()
}

// The person closed the browser's box, has the device not at hand, or it holds a passkey of this account already.
const wordsFor = (error) => (error.name === 'InvalidStateError' && asked.present) || asked.refused

async function send(event) {
  event.preventDefault()
  if (button.disabled) {
    return
  }
  button.disabled = true
  problem.hidden = true
  try {
    const answer = await (asked.passkey === 'add' ? add() : use())
    for (const [name, value] of Object.entries(answer)) {
      form.elements[name].value = value
    }
    form.submit()
  } catch (error) {
    button.disabled = false
    say(wordsFor(error))
  }
}

document.getElementById('passkey-without-script').hidden = true
if (window.PublicKeyCredential) {
  button.hidden = false
  form.addEventListener('submit', send)
} else {
  say(asked.unsupported)
}
