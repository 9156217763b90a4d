package uk.alongside.tenant.installationtest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.installationtest.InstallationTestRefusal.NoTestClient;
import uk.alongside.tenant.installationtest.InstallationTestRefusal.NotEmptied;
import uk.alongside.tenant.membership.MemberRefusal.OperatorNeverAMember;
import uk.alongside.tenant.register.RegisterRefusal.AliasTaken;
import uk.alongside.tenant.register.RegisterRefusal.NameTaken;

/** The operator's endpoints around a booking that tests the installation. Neither takes the name of a council. */
@RestController
@RequestMapping("/api/installation-test")
@Tag(name = "Installation Test")
class InstallationTestController {

    private final InstallationTestService service;

    InstallationTestController(InstallationTestService service) {
        this.service = service;
    }

    record InstallationTest(
            @Schema(description = "The short name of the council in which the client may book.")
            String alias,

            @Schema(description = "The client of the realm that is a member of the council.")
            String client) {}

    @PostMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "beginInstallationTest",
            summary = "Admit the test's client to the council for tests",
            description =
                    "The council is made if there is none. The client is shut out after fifteen minutes in any case.")
    @Answers({
        NoTestClient.class,
        OperatorNeverAMember.class,
        AliasTaken.class,
        NameTaken.class,
        IdentityUnavailable.class
    })
    InstallationTest begin() {
        service.begin();
        return new InstallationTest(InstallationTestService.NAME, InstallationTestService.NAME);
    }

    @PostMapping("/end")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "endInstallationTest",
            summary = "Shut the test's client out and empty the council for tests")
    @Answers({NoTestClient.class, NotEmptied.class, IdentityUnavailable.class})
    InstallationTest end() {
        service.end();
        return new InstallationTest(InstallationTestService.NAME, InstallationTestService.NAME);
    }
}
