document.title = "Alongside"
