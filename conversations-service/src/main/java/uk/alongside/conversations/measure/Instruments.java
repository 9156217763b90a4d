package uk.alongside.conversations.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The instruments that are built in, from the file {@code instruments.json}. Licensed instruments are there with their
 * score only, without their questions (docs/outcome-measures.md).
 */
@Component
class Instruments {

    private final List<Instrument> all;

    Instruments(JsonMapper json) {
        try (var file = new ClassPathResource("instruments.json", Instruments.class).getInputStream()) {
            this.all = List.copyOf(json.readValue(file, new TypeReference<List<Instrument>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Instrument> all() {
        return all;
    }

    Optional<Instrument> find(String code) {
        return all.stream().filter(instrument -> instrument.code().equals(code)).findFirst();
    }
}
