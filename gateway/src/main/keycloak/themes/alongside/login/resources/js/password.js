// Shows a "Show" button beside each password, and makes it work. Without script there is no button.
for (const toggle of document.querySelectorAll('[data-shows]')) {
  const input = document.getElementById(toggle.dataset.shows)

  const show = (visible) => {
    input.type = visible ? 'text' : 'password'
    toggle.textContent = visible ? toggle.dataset.hide : toggle.dataset.show
    toggle.setAttribute('aria-label', visible ? toggle.dataset.hideLabel : toggle.dataset.showLabel)
  }

  show(false)
  toggle.hidden = false
  toggle.addEventListener('click', () => show(input.type === 'password'))
  // A password in a text box would be offered by the browser's autofill later.
  input.form?.addEventListener('submit', () => show(false))
}

// One click sends a form once.
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault()
    }
    form.dataset.sent = 'yes'
  })
}

// Read the problem first.
document.querySelector('.summary')?.focus()
