package uk.alongside.foundation.trial;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
class ResidentController {

    private final Residents residents;
    private final JdbcClient database;

    ResidentController(Residents residents, JdbcClient database) {
        this.residents = residents;
        this.database = database;
    }

    record NewResident(
            @NotBlank @TypedText(TextKind.LINE) String name,
            @TypedText(TextKind.CODE) String reference,
            @Nullable UUID tenantId) {}

    record ResidentView(UUID id, String name, @Nullable UUID tenantId) {}

    @GetMapping("/api/me")
    @PreAuthorize("hasAuthority('council:read')")
    Caller me() {
        return Caller.current();
    }

    @GetMapping("/api/residents")
    @PreAuthorize("hasAuthority('person:read')")
    @Transactional(readOnly = true)
    List<ResidentView> all() {
        return residents.findAll().stream().map(ResidentController::view).toList();
    }

    @GetMapping("/api/residents/{id}")
    @Operation(operationId = "getResident")
    @PreAuthorize("hasAuthority('person:read')")
    @Transactional(readOnly = true)
    ResponseEntity<?> one(@PathVariable UUID id) {
        var resident = residents.findById(id);
        return resident.isPresent()
                ? ResponseEntity.ok(view(resident.get()))
                : ResponseEntity.status(NOT_FOUND).body(Problem.notFound());
    }

    @PostMapping("/api/residents")
    @PreAuthorize("hasAuthority('person:write')")
    @Transactional
    ResidentView add(@Valid @RequestBody NewResident request) {
        return view(residents.save(new Resident(UUID.randomUUID(), request.reference(), request.name())));
    }

    @GetMapping("/api/failure")
    @PreAuthorize("hasAuthority('council:read')")
    String failure() {
        throw new IllegalStateException("Ada Example could not be found");
    }

    @GetMapping("/api/outside-a-transaction")
    @PreAuthorize("hasAuthority('council:read')")
    int outsideATransaction() {
        return database.sql("select count(*) from app.resident")
                .query(Integer.class)
                .single();
    }

    @GetMapping("/api/operation")
    @PreAuthorize("hasAuthority('council:operate')")
    String operation() {
        return "operated";
    }

    private static ResidentView view(Resident resident) {
        return new ResidentView(resident.id, resident.name, resident.tenantId);
    }
}
