// Without a validator nothing of the document leaves for another server.
const api = document.getElementById("api");

SwaggerUIBundle({
  domNode: api,
  url: api.dataset.document,
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
