package uk.alongside.tenant.membership;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.alongside.tenant.membership.MemberController.NewMember;

/** A constraint on a member: a person with an e-mail address or a machine with a client id, but not both. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EmailOrClientNeeded.Check.class)
@interface EmailOrClientNeeded {

    String message() default "one of the two";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check of the constraint. It reports at the e-mail address, which is the field that a form shows. */
    class Check implements ConstraintValidator<EmailOrClientNeeded, NewMember> {

        @Override
        public boolean isValid(NewMember member, ConstraintValidatorContext context) {
            if ((member.email() == null) != (member.clientId() == null)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("email")
                    .addConstraintViolation();
            return false;
        }
    }
}
