// A file on its way shows how far it is. Without this, the browser sends it as it does.
for (const form of document.querySelectorAll("form[enctype='multipart/form-data']")) {
  form.addEventListener("submit", (event) => {
    const chosen = [...form.querySelectorAll("input[type=file]")];
    if (!chosen.some((input) => input.files.length)) return;
    event.preventDefault();
    send(form, event.submitter);
  });
}

function send(form, button) {
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.setAttribute("aria-label", button.textContent.trim());
  button.disabled = true;
  button.after(bar);
  const sending = new XMLHttpRequest();
  sending.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
  });
  sending.addEventListener("load", () => arrive(form, sending));
  sending.addEventListener("error", () => {
    bar.remove();
    button.disabled = false;
    form.submit();
  });
  sending.open("POST", form.action || location.href);
  sending.send(new FormData(form));
}

// Where the form was taken, go where it leads; else show what is to be put right.
function arrive(form, sending) {
  if (sending.responseURL !== (form.action || location.href)) {
    location.assign(sending.responseURL);
    return;
  }
  document.open();
  document.write(sending.responseText);
  document.close();
}
