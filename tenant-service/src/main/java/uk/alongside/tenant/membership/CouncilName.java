package uk.alongside.tenant.membership;

/** The name of the bound council, which the feature that sets up councils provides. */
public interface CouncilName {

    String ofThisCouncil();
}
