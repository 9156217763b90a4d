// Adds a working "Show" button beside each password. Without script there is no button.
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
  // Hide the password before sending, or the browser's autofill could offer it later.
  input.form?.addEventListener('submit', () => show(false))
}

// Send a form once, however often the button is clicked.
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault()
    }
    form.dataset.sent = 'yes'
  })
}

// Move the focus to the error summary.
document.querySelector('.summary')?.focus()
