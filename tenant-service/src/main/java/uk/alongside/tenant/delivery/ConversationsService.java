package uk.alongside.tenant.delivery;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import uk.alongside.tenant.identity.OwnToken;

/** The client of conversations-service, which receives the deliveries. */
@Component
public class ConversationsService {

    private final RestClient http;

    /** For questions that the peer answers after it has counted. */
    private final RestClient patient;

    ConversationsService(ConversationsProperties properties, OwnToken token) {
        var url = properties.url().toString();
        this.http = token.peer(url, properties.connectTimeout(), properties.readTimeout());
        this.patient = token.peer(url, properties.connectTimeout(), properties.countingTimeout());
    }

    /** Puts a part of a council's state and returns the peer's answer. */
    public <T> T ask(UUID council, String part, Object said, Class<T> answer) {
        return asking(() -> answered(http.put()
                .uri(place(council, part))
                .contentType(APPLICATION_JSON)
                .body(said)
                .retrieve()
                .body(answer)));
    }

    /** Posts a question about a council and returns the peer's answer, also if the peer counts for a minute or two first. */
    public <T> T question(UUID council, String part, Object question, Class<T> answer) {
        return asking(() -> answered(patient.post()
                .uri(place(council, part))
                .contentType(APPLICATION_JSON)
                .body(question)
                .retrieve()
                .body(answer)));
    }

    /** Reads facts about this council that the peer knows and this service does not. */
    public <T> T read(UUID council, String part, Class<T> answer) {
        return asking(
                () -> answered(http.get().uri(place(council, part)).retrieve().body(answer)));
    }

    /** Reads how the peer itself is, without any council. */
    public <T> T state(Class<T> answer) {
        return asking(
                () -> answered(http.get().uri("/internal/state").retrieve().body(answer)));
    }

    /** Puts a part of a council's state. The method returns when the peer has it. */
    public void put(UUID council, String part, Object state) throws VersionConflict {
        var conflicts = asking(() -> {
            try {
                http.put()
                        .uri(place(council, part))
                        .contentType(APPLICATION_JSON)
                        .body(state)
                        .retrieve()
                        .toBodilessEntity();
                return false;
            } catch (RestClientResponseException e) {
                if (isVersionConflict(e)) {
                    return true;
                }
                throw e;
            }
        });
        if (conflicts) {
            throw new VersionConflict();
        }
    }

    private static String place(UUID council, String part) {
        return "/internal/councils/" + council + "/" + part;
    }

    private static <T> T answered(@Nullable T answer) {
        if (answer == null) {
            throw new NotDelivered("answered nothing");
        }
        return answer;
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (RestClientResponseException e) {
            throw new NotDelivered(e.getStatusCode().value());
        } catch (RestClientException | OAuth2AuthorizationException e) {
            throw new NotDelivered("not reached: " + e.getClass().getSimpleName());
        }
    }

    private static boolean isVersionConflict(RestClientResponseException e) {
        if (e.getStatusCode().value() != CONFLICT.value()) {
            return false;
        }
        var problem = e.getResponseBodyAs(ProblemDetail.class);
        return problem != null
                && problem.getType() != null
                && problem.getType().getPath().endsWith("/version-conflict");
    }
}
