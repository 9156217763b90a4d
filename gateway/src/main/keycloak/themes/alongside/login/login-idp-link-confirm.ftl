<#import "template.ftl" as layout>
<#-- Keycloak's own page also offers to change the address. -->
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("accountExistsTitle")}
<#elseif section = "form">
<p>${msg("accountExists")}</p>
<form action="${url.loginAction}" method="post">
<button class="button" type="submit" name="submitAction" id="linkAccount" value="linkAccount">${msg("linkAccountContinue")}</button>
</form>
</#if>
</@layout.registrationLayout>
