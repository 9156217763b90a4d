package uk.alongside.tenant.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.alongside.foundation.wall.CouncilSql;

class SmtpPostboxTest {

    private static final Mail MAIL = new Mail("amir@larkshire.example", "Siân’s invitation", "A link: /join#abc\n");

    @Test
    void handsAMailToTheServer() throws Exception {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        var server = new GreenMail(setup);
        server.start();
        try {
            postbox(server.getSmtp().getPort()).send(MAIL);

            assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
            var received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Siân’s invitation");
            assertThat(GreenMailUtil.getBody(received)).contains("/join#abc");
            assertThat(received.getFrom()[0].toString()).isEqualTo("alongside@alongside.example");
            assertThat(received.getAllRecipients()[0].toString()).isEqualTo("amir@larkshire.example");
        } finally {
            server.stop();
        }
    }

    @Test
    void saysThatNoMailReachesAnAddressWithoutNamingIt() throws IOException {
        try (var server = answeringRecipientsWith("550 5.1.1 <amir@larkshire.example>: no such mailbox")) {
            assertThatExceptionOfType(UndeliverableAddress.class)
                    .isThrownBy(() -> postbox(server.getLocalPort()).send(MAIL))
                    .withMessage(null)
                    .withNoCause();
        }
    }

    @Test
    void saysThatItMayBeTriedAgainWithoutNamingTheAddress() throws IOException {
        try (var server = answeringRecipientsWith("450 4.2.1 <amir@larkshire.example>: busy")) {
            assertThatExceptionOfType(MailNotSent.class)
                    .isThrownBy(() -> postbox(server.getLocalPort()).send(MAIL))
                    .withNoCause()
                    .withMessageNotContaining("amir");
        }
    }

    @Test
    void saysThatItMayBeTriedAgainWhenNobodyAnswers() {
        assertThatExceptionOfType(MailNotSent.class)
                .isThrownBy(() -> postbox(1).send(MAIL))
                .withNoCause();
    }

    @Test
    void isNotStartedWithoutAServerToHandMailTo() {
        new ApplicationContextRunner()
                .withUserConfiguration(MailConfiguration.class)
                .withBean(
                        MailProperties.class,
                        () -> new MailProperties(
                                MailProperties.Mode.SMTP, "a@b.example", java.net.URI.create("http://localhost")))
                .withBean(CouncilSql.class, () -> org.mockito.Mockito.mock(CouncilSql.class))
                .withBean(java.time.Clock.class, java.time.Clock::systemUTC)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("alongside.mail.mode is smtp, and spring.mail.host is not set."));
    }

    @Test
    void isNotStartedWithoutAWordOnWhereMailGoes() {
        new ApplicationContextRunner()
                .withUserConfiguration(MailConfiguration.class, Settings.class)
                .withPropertyValues("alongside.mail.from=a@b.example", "alongside.mail.links=http://localhost")
                .withBean(CouncilSql.class, () -> org.mockito.Mockito.mock(CouncilSql.class))
                .withBean(java.time.Clock.class, java.time.Clock::systemUTC)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("alongside.mail.mode is not set. smtp sends mail; outbox keeps it, links"
                                + " included, where the operator reads it, and is for trying the product out."));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailProperties.class)
    static class Settings {}

    private static Postbox postbox(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        return new SmtpPostbox(sender, "alongside@alongside.example");
    }

    /** Returns a mail server that refuses every recipient. */
    private static ServerSocket answeringRecipientsWith(String refusal) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (var client = server.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                var out = client.getOutputStream();
                out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    var answer = line.startsWith("RCPT") ? refusal : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                return;
            }
        });
        return server;
    }
}
