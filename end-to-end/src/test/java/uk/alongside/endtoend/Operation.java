package uk.alongside.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** One operation of a service's committed OpenAPI file. */
record Operation(String service, String method, String path, String id, List<String> pathParameters) {

    static List<Operation> of(String service) {
        var operations = new ArrayList<Operation>();
        try {
            var file = new JsonMapper()
                    .readTree(
                            Files.readString(Deployment.root().resolve(service).resolve("openapi.json")));
            file.path("paths")
                    .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                        var parameters = new ArrayList<String>();
                        for (var parameter : operation.path("parameters")) {
                            if (parameter.path("in").asString().equals("path")) {
                                parameters.add(parameter.path("name").asString());
                            }
                        }
                        operations.add(new Operation(
                                service,
                                method.toUpperCase(Locale.ROOT),
                                path,
                                operation.path("operationId").asString(),
                                List.copyOf(parameters)));
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
