package uk.alongside.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

class ProblemAdviceTest {

    @Test
    void aBodyThatStopsArrivingIsAnsweredWithATimeout() {
        var unreadable = new HttpMessageNotReadableException(
                "I/O error", new SocketTimeoutException(), new MockHttpInputMessage(new byte[0]));

        var answer = new ProblemAdvice()
                .handleHttpMessageNotReadable(
                        unreadable,
                        new HttpHeaders(),
                        HttpStatus.BAD_REQUEST,
                        new ServletWebRequest(new MockHttpServletRequest()));

        assertThat(Objects.requireNonNull(answer).getStatusCode()).isEqualTo(HttpStatus.REQUEST_TIMEOUT);
        assertThat(String.valueOf(answer.getBody())).contains("problems/request-timeout");
    }
}
