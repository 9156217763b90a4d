package uk.alongside.foundation.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the data of a task as JSON. The default of the job queue is Java serialization, with which anyone who can write a
 * task can make the service run classes of their choice.
 */
final class JsonTaskData implements Serializer {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : mapper.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] json) {
        return json == null ? null : mapper.readValue(json, type);
    }
}
