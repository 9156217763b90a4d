package uk.alongside.statistics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reads the compiled sampler, so that no way of writing its source hides a rounding, a seed or a way around noise. */
class DiscreteGaussianClassFileTest {

    /** FADD, DLOAD_1, L2D and the like; DUP copies a value of any kind. */
    private static final Pattern FLOATING = Pattern.compile("[FD](?!UP).*|.2[FD]|[FD]2.");

    private static final Set<String> CALLS = Set.of(
            "java/security/SecureRandom.getInstance(Ljava/lang/String;)Ljava/security/SecureRandom;",
            "java/security/SecureRandom.nextLong(J)J",
            "java/lang/Math.absExact(J)J",
            "java/lang/Math.addExact(JJ)J",
            "java/lang/Math.subtractExact(JJ)J",
            "java/lang/Math.multiplyExact(JJ)J",
            "java/lang/Object.<init>()V",
            "java/lang/IllegalArgumentException.<init>(Ljava/lang/String;)V",
            "java/lang/IllegalStateException.<init>(Ljava/lang/String;Ljava/lang/Throwable;)V");

    @SuppressWarnings("NullAway.Init") // read before the first test
    private static ClassModel sampler;

    @BeforeAll
    static void readTheClassFile() throws IOException {
        try (var file = DiscreteGaussian.class.getResourceAsStream("DiscreteGaussian.class")) {
            sampler = ClassFile.of().parse(file == null ? new byte[0] : file.readAllBytes());
        }
    }

    @Test
    void noInstructionHandlesAFloatOrADouble() {
        assertThat(instructions())
                .isNotEmpty()
                .noneMatch(instruction ->
                        FLOATING.matcher(instruction.opcode().name()).matches())
                .noneMatch(instruction -> instruction instanceof ConstantInstruction constant
                        && (constant.typeKind() == TypeKind.FLOAT || constant.typeKind() == TypeKind.DOUBLE));
    }

    @Test
    void noFieldOrMethodHasAFloatOrADouble() {
        var descriptors = Stream.concat(
                sampler.fields().stream().map(field -> field.fieldType().stringValue()),
                sampler.methods().stream().map(method -> method.methodType().stringValue()));
        assertThat(descriptors)
                .isNotEmpty()
                .noneMatch(type -> type.replaceAll("L[^;]*;", "").matches(".*[FD].*"));
    }

    @Test
    @DisplayName("Attack 19: no seed in the artefact")
    void nothingIsCalledButTheSystemsRandomNumbersAndExactArithmetic() {
        var own = sampler.thisClass().asInternalName();
        var calls = instructions().stream()
                .filter(InvokeInstruction.class::isInstance)
                .map(InvokeInstruction.class::cast)
                .filter(call -> !call.owner().asInternalName().equals(own))
                .map(call -> call.owner().asInternalName() + "." + call.name().stringValue()
                        + call.type().stringValue());
        assertThat(calls).isNotEmpty().isSubsetOf(CALLS);
        assertThat(instructions()).noneMatch(InvokeDynamicInstruction.class::isInstance);
        assertThat(instructions())
                .noneMatch(instruction -> instruction instanceof NewObjectInstruction made
                        && made.className().asInternalName().endsWith("Random"));
    }

    @Test
    void nothingKeptInItCanBeSetFromOutside() {
        assertThat(sampler.fields())
                .extracting(field -> field.fieldName().stringValue())
                .containsExactlyInAnyOrder("variance", "scale", "random");
        assertThat(sampler.fields())
                .allMatch(field -> field.flags().has(AccessFlag.PRIVATE)
                        && field.flags().has(AccessFlag.FINAL)
                        && !field.flags().has(AccessFlag.STATIC));
        assertThat(instructions())
                .noneMatch(instruction -> instruction instanceof FieldInstruction field
                        && !field.owner().equals(sampler.thisClass()));
    }

    /** The variances are constants of the two ways to make one, so no caller can choose a smaller noise. */
    @Test
    @DisplayName("Attack 19: no mode without noise in the artefact")
    void callersChooseBetweenTwoNoisesAndNothingElse() {
        var callable = sampler.methods().stream()
                .filter(method -> method.flags().has(AccessFlag.PUBLIC))
                .map(method ->
                        method.methodName().stringValue() + method.methodType().stringValue());
        assertThat(callable)
                .containsExactlyInAnyOrder(
                        "forFacts()Luk/alongside/statistics/privacy/DiscreteGaussian;",
                        "forBreakdowns()Luk/alongside/statistics/privacy/DiscreteGaussian;",
                        "draw()J");
        assertThat(sampler.methods())
                .filteredOn(method -> method.methodName().equalsString("<init>"))
                .allMatch(method -> method.flags().has(AccessFlag.PRIVATE));
    }

    private static List<Instruction> instructions() {
        var instructions = new ArrayList<Instruction>();
        for (var method : sampler.methods()) {
            method.code()
                    .ifPresent(code -> code.forEach(element -> {
                        if (element instanceof Instruction instruction) {
                            instructions.add(instruction);
                        }
                    }));
        }
        return instructions;
    }
}
